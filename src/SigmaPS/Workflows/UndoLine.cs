using System.Collections.Generic;
using System.Management.Automation;

namespace SigmaPS.Workflows;

/// <summary>The line that every publish ends with: the command that undoes it.</summary>
internal static class UndoLine
{
    /// <summary>The tag of its information record.</summary>
    public const string Tag = "SigmaPS.Undo";

    private const string Start = "To undo, run: ";

    /// <summary>Shows it. PSHOST shows it to a person and leaves the output to the pipeline.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="command">The command.</param>
    public static void Write(PSCmdlet cmdlet, string command) =>
        cmdlet.WriteInformation(new HostInformationMessage { Message = SafeText.Line(Start + command) }, new[] { "PSHOST", Tag });

    /// <summary>The sentence for the end of an error.</summary>
    public static string Sentence(string command) => Start + command;

    /// <summary>The command for a write of one model; null where nothing was written.</summary>
    /// <param name="plan">The write.</param>
    /// <param name="outcome">What came of its content.</param>
    /// <param name="named">Whether name or description was changed.</param>
    public static string? OfWrite(Core.Writing.SpecWritePlan plan, Core.Writing.SpecWriteOutcome? outcome, bool named)
    {
        var commands = new List<string>();
        if (named)
        {
            var name = plan.NewName is null ? "" : $" -Name {Core.Diagnostics.CommandText.Quote(plan.Live.Name ?? "")}";
            var before = plan.Live.Description ?? "";
            var description = plan.NewDescription is null ? "" : $" -Description {Core.Diagnostics.CommandText.Quote(before)}";
            var rename = $"Set-SigmaDataModel -DataModelId {plan.Request.DataModelId}{name}{description}";

            // A name that a line cannot show as it is would come back as another one.
            if (SafeText.Line(rename) == rename)
            {
                commands.Add(rename);
            }
        }

        if (outcome is { ContentSent: true })
        {
            var version = outcome.ResultingVersion;
            var removal = Removal(plan.AddsItems || outcome.AddsItems);
            commands.Add($"Undo-SigmaChange -DataModel {plan.Request.DataModelId} -Version {version}{removal}");
        }

        return commands.Count == 0 ? null : string.Join("; ", commands);
    }

    /// <summary>The command for a release: the folder of the run, so that a person can copy the line as it is.</summary>
    /// <param name="run">The run.</param>
    /// <param name="addsItems">Whether it added items, which the undo removes.</param>
    public static string OfRun(Core.Release.RunFile run, bool addsItems) =>
        $"Undo-SigmaRelease -RunFile {Core.Diagnostics.CommandText.Quote(run.Folder)}{Removal(addsItems)}";

    /// <summary>The command for a rename over files.</summary>
    /// <param name="rename">The rename.</param>
    /// <param name="oldName">The display name before.</param>
    /// <param name="folder">The full path of the folder.</param>
    public static string OfFiles(Core.Release.RenameRequest rename, string oldName, string folder)
    {
        var kind = rename.Item.Kind;
        var isElement = kind == Core.Spec.Edit.RenameKind.Element;
        var element = Core.Diagnostics.CommandText.Quote(isElement ? rename.Item.NewName : rename.Item.Element);
        var item = isElement ? "" : $" -{kind} {Core.Diagnostics.CommandText.Quote(rename.Item.NewName)}";
        var model = Core.Diagnostics.CommandText.Quote(rename.DataModel);
        var newName = Core.Diagnostics.CommandText.Quote(oldName);
        return $"Rename-Sigma{kind} -DataModel {model} -Element {element}{item} -NewName {newName}"
            + $" -LiteralPath {Core.Diagnostics.CommandText.Quote(folder)} | Publish-SigmaReleasePlan";
    }

    private static string Removal(bool addsItems) => addsItems ? " -AllowRemoval" : "";
}
