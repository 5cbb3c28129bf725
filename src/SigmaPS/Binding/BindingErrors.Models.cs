using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace SigmaPS.Binding;

/// <content>The errors of data models, specs and their files.</content>
internal static partial class BindingErrors
{
    public static ArgumentTransformationMetadataException NotAModelFile(SigmaFile file) =>
        new($"\"{file.Name}\" is a {file.Type}, not a data model.");

    public static ArgumentTransformationMetadataException NotAModelId(object given) => new(WithoutModelId(given));

    /// <summary>The error after which the binder tries the object's property DataModelId: that of a failed cast.</summary>
    public static ArgumentTransformationMetadataException NoCastToModelId(object given)
    {
        var message = WithoutModelId(given);
        return new(message, new PSInvalidCastException(message));
    }

    public static Core.Diagnostics.SigmaEngineException NotAModel(PSObject input) =>
        Invalid(
            $"This {input.BaseObject.GetType().Name} does not name a data model. "
                + "Use an ID, an address, a name, or an object with a DataModelId.");

    public static Core.Diagnostics.SigmaEngineException NotOfAModel(PSObject input) =>
        new(
            Core.Diagnostics.ErrorCode.NotADataModel,
            $"The input '{SafeText.Line(input.ToString())}' ({input.BaseObject.GetType().Name}) does not name a data model. "
                + "Pipe in data models or their names, elements, columns, metrics, changes or plans.")
        {
            Target = input.ToString(),
        };

    public static Core.Diagnostics.SigmaEngineException EmptyModelOrItem() =>
        Invalid("The data model or item is empty. Name a data model by ID, address or name.");

    public static Core.Diagnostics.SigmaEngineException ItemNotFound(
        string dataModelId, string kind, string item, string? element, IEnumerable<string> existing)
    {
        var inElement = element is null ? "" : $" in element '{element}'";
        return new(
            Core.Diagnostics.ErrorCode.SpecItemNotFound,
            $"Data model {dataModelId} does not have a {kind} '{item}'{inElement}. "
                + Core.Spec.Validation.ExistingNames.Describe(item, existing, kind + "s" + inElement))
        {
            Target = item,
        };
    }

    public static Core.Diagnostics.SigmaEngineException NoSpec(string verb) =>
        Invalid($"No spec to {verb} given. Pipe one in, or use -Spec, -Json, -Path or -LiteralPath.");

    public static Core.Diagnostics.SigmaEngineException NoModelOfSpec(string label) =>
        new(
            Core.Diagnostics.ErrorCode.InvalidId,
            $"{label} does not specify its data model: the key 'dataModelId' is missing or not a UUID. Use -DataModelId.");

    public static Core.Diagnostics.SigmaEngineException NoSpecIn(string path) =>
        AtPath(path, $"'{path}' does not contain a spec: a file with the extension .json, .yaml or .yml.");

    public static Core.Diagnostics.SigmaEngineException NotOneFolder(string path, int count)
    {
        var several = count > 1 ? $", but {count}" : "";
        return AtPath(path, $"'{path}' is not one folder of models{several}.");
    }

    public static Core.Diagnostics.SigmaEngineException NullPath(bool literal)
    {
        var parameter = literal ? "-LiteralPath" : "-Path";
        return Invalid(
            $"{parameter} is $null. Check the variable that you pass, and specify files or folders; for no files, pass @().");
    }

    public static Core.Diagnostics.SigmaEngineException FileNotFound(string path, bool isWildcard, Exception cause)
    {
        var advice = isWildcard ? " In -Path, [ and ] are wildcards. For this exact name, use -LiteralPath." : "";
        return AtPath(path, $"The file '{path}' does not exist.{advice}", cause);
    }

    public static Core.Diagnostics.SigmaEngineException EmptyPath(string path, string parameter) =>
        NotInFileSystem(path, parameter, "it is empty; check the variable that you pass");

    public static Core.Diagnostics.SigmaEngineException ForeignProvider(string path, string parameter, ProviderInfo provider) =>
        NotInFileSystem(path, parameter, $"it belongs to PowerShell's provider {provider.Name}");

    public static Core.Diagnostics.SigmaEngineException UnresolvedPath(string path, string parameter, Exception cause) =>
        NotInFileSystem(path, parameter, cause.Message.TrimEnd('.'), cause);

    private static Core.Diagnostics.SigmaEngineException NotInFileSystem(
        string path, string parameter, string why, Exception? cause = null) =>
        AtPath(
            path,
            $"-{parameter} '{path}' is not a path in the file system: {why}. Specify a file or folder on a drive of the file system. "
                + "To list the drives, run: Get-PSDrive -PSProvider FileSystem.",
            cause);

    private static Core.Diagnostics.SigmaEngineException AtPath(string path, string message, Exception? cause = null) =>
        new(Core.Diagnostics.ErrorCode.FileFailed, message, cause) { Target = path };

    private static string WithoutModelId(object given) =>
        $"A value of type {given.GetType().Name} does not identify a data model. Use its UUID, short ID, address or name, or a "
            + "DataModel object.";
}
