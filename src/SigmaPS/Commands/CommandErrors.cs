using System;
using System.Collections.Generic;

namespace SigmaPS.Commands;

/// <summary>The errors of a command: an argument is missing, does not fit another one, or names an unsuitable item.</summary>
internal static partial class CommandErrors
{
    public static Core.Diagnostics.SigmaEngineException Internal(Exception cause) =>
        new(
            Core.Diagnostics.ErrorCode.Internal,
            $"SigmaPS has an internal error: {cause.GetType().Name}: {cause.Message}",
            cause);

    public static Core.Diagnostics.SigmaEngineException MissingParameter(string parameter) =>
        Invalid($"-{parameter} is missing. Add -{parameter} to the command.");

    public static Core.Diagnostics.SigmaEngineException MissingItems(string parameter, string item) =>
        Invalid($"-{parameter} is missing. Specify at least one {item}.");

    public static Core.Diagnostics.SigmaEngineException NoFile() => Invalid("No file given. Use -Id.");

    public static Core.Diagnostics.SigmaEngineException NoFolderName() =>
        Invalid("No name given. Use -Name with the name of the new folder.");

    public static Core.Diagnostics.SigmaEngineException FolderUnconfirmed(Core.Diagnostics.SigmaEngineException lost, string name) =>
        lost.With(
            Core.Diagnostics.ErrorCode.WriteOutcomeUnknown,
            $"Sigma did not confirm that the folder \"{name}\" was created: {lost.Message} The request was not repeated. "
                + "Check with Get-SigmaFile before you try again; Sigma lists a new folder some seconds late.");

    public static Core.Diagnostics.SigmaEngineException NoTable() => Invalid("No table given. Use -TableId.");

    public static Core.Diagnostics.SigmaEngineException NoTableOfColumns() =>
        Invalid("No table given. Use -TableId, or pipe tables in.");

    public static Core.Diagnostics.SigmaEngineException NoConnection() =>
        Invalid("No connection given. Use -ConnectionId, or pipe connections in.");

    public static Core.Diagnostics.SigmaEngineException NotAFolder(string? given, Core.Api.FileEntry found) =>
        Invalid($"-FolderId {given} is the {found.Type} \"{found.Name}\". Use the ID of a folder or workspace.");

    public static Core.Diagnostics.SigmaEngineException AmbiguousOwner(string address, IReadOnlyCollection<string> members) =>
        Invalid(
            $"{members.Count} members have the e-mail address {address}. Use the member ID of one of them: {string.Join(", ", members)}.");

    public static Core.Diagnostics.SigmaEngineException SessionWithoutRequest(string switches) =>
        Invalid($"-Session needs {switches}. Without it, the command sends no request.");

    public static Core.Diagnostics.SigmaEngineException NoRule() =>
        Invalid("No rule given. Specify the rules to repair, for example -Rule wrong-case, foreign-function.");

    public static Core.Diagnostics.SigmaEngineException NoReport() =>
        Invalid("No report requested. Use -DestinationPath for files, -Annotate for a build agent, or -FailOn.");

    public static Core.Diagnostics.SigmaEngineException NoIssues() =>
        Invalid("No issues given. Pipe in the output of Get-SigmaDataModelSpecIssue.");

    public static Core.Diagnostics.SigmaEngineException NothingToConvert() =>
        Invalid(
            "No input was given, so no text was written. Pipe in the output of Compare-SigmaDataModelSpec, New-SigmaReleasePlan "
                + "or Get-SigmaChange; if you did, see its error above.");

    private static Core.Diagnostics.SigmaEngineException Invalid(string message) =>
        new(Core.Diagnostics.ErrorCode.InvalidArgument, message);
}
