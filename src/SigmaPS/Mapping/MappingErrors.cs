using System;
using System.IO;
using System.Management.Automation;

namespace SigmaPS.Mapping;

/// <summary>The errors of objects that a command cannot read, and of responses that it cannot show as objects.</summary>
internal static class MappingErrors
{
    public static Core.Diagnostics.SigmaEngineException NotAPlan(PSObject given) =>
        new(
            Core.Diagnostics.ErrorCode.InvalidArgument,
            $"This {given.BaseObject.GetType().Name} is not a release plan. "
                + "Pipe in the output of New-SigmaReleasePlan, or specify a saved plan with -Path.");

    public static Core.Diagnostics.SigmaEngineException NotAnIssue(object given) =>
        new(
            Core.Diagnostics.ErrorCode.InvalidArgument,
            $"'{given}' is not an issue: it needs the properties RuleId, Severity and Message. Pipe in the output of "
                + "Get-SigmaDataModelSpecIssue.");

    public static Core.Diagnostics.SigmaEngineException NotAChange(object given) =>
        new(
            Core.Diagnostics.ErrorCode.InvalidSpec,
            $"This {PSObject.AsPSObject(given).BaseObject.GetType().Name} is not a change. "
                + "Pipe in the output of Compare-SigmaDataModelSpec, or the property Changes of a result.");

    /// <summary>The error of an object that users pipe in by mistake; null for other objects.</summary>
    public static Core.Diagnostics.SigmaEngineException? Mistaken(object? given) => given switch
    {
        DataModel model => NotASpec(
            $"\"{model.Name}\" is an entry of the list of data models, not a spec. Pipe it into Get-SigmaDataModelSpec first."),
        WriteResult => NotASpec("This is the result of a write, not a spec. Use its property Spec."),
        string => NotASpec(
            "This is text, not a spec object. For a file, run Import-SigmaDataModelSpec; for JSON, use -Json or ConvertFrom-Json."),
        FileSystemInfo file => NotASpec($"'{file.FullName}' is a file, not a spec object. Use -LiteralPath."),
        _ => null,
    };

    public static Core.Diagnostics.SigmaEngineException Truncated(Core.Diagnostics.SigmaEngineException error) =>
        error.With(
            message: error.Message + " PowerShell truncates a spec that is sent to a job or another machine. "
                + "Send text instead: Get-SigmaDataModelSpec -AsJson and Set-SigmaDataModelSpec -Json.");

    public static Core.Diagnostics.SigmaEngineException UnreadableId(Exception cause) =>
        new(Core.Diagnostics.ErrorCode.InvalidId, $"The object's property DataModelId cannot be read: {cause.Message}", cause);

    public static Core.Diagnostics.SigmaEngineException SpecNotRepresentable(
        Core.Spec.Json.NotRepresentableException cause, string dataModelId) =>
        NotRepresentable(cause, $"The spec of data model {dataModelId} cannot be shown as an object");

    public static Core.Diagnostics.SigmaEngineException FileNotRepresentable(Core.Spec.Json.NotRepresentableException cause, string path) =>
        NotRepresentable(cause, $"The file '{path}' cannot be shown as an object");

    public static Core.Diagnostics.SigmaEngineException ObjectNotRepresentable(Core.Spec.Json.NotRepresentableException cause) =>
        NotRepresentable(cause, "This object cannot be converted to JSON");

    public static Core.Diagnostics.SigmaEngineException ValueNotRepresentable(
        Core.Spec.Json.NotRepresentableException cause, string parameter) =>
        NotRepresentable(cause, $"The value of {parameter} cannot be converted to JSON");

    public static Core.Diagnostics.SigmaEngineException ChangeNotRepresentable(
        Core.Spec.Json.NotRepresentableException cause, string property) =>
        new(
            Core.Diagnostics.ErrorCode.SpecNotRepresentable,
            $"The property {property} of the change cannot be converted to JSON: {cause.Message}.",
            cause);

    public static Core.Diagnostics.SigmaEngineException ResponseNotJson(Core.Spec.Json.JsonSyntaxException cause, string request) =>
        new(
            Core.Diagnostics.ErrorCode.UnexpectedAnswer,
            $"The response to {request} is not valid JSON: {cause.Message}. To get it as text, use -AsJson.",
            cause);

    public static Core.Diagnostics.SigmaEngineException ResponseNotRepresentable(
        Core.Spec.Json.NotRepresentableException cause, string request) =>
        new(
            Core.Diagnostics.ErrorCode.SpecNotRepresentable,
            $"The response to {request} cannot be shown as an object: {cause.Message}. To get it as text, use -AsJson.",
            cause);

    private static Core.Diagnostics.SigmaEngineException NotASpec(string message) =>
        new(Core.Diagnostics.ErrorCode.InvalidSpec, message);

    private static Core.Diagnostics.SigmaEngineException NotRepresentable(Core.Spec.Json.NotRepresentableException cause, string what) =>
        new(
            Core.Diagnostics.ErrorCode.SpecNotRepresentable,
            $"{what}: at {cause.Place}, {cause.Message}.",
            cause)
        {
            Target = cause.Pointer,
        };
}
