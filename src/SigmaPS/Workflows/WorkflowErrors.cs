using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Workflows;

/// <summary>The errors of a workflow as a whole: of an export, a release, a report or a series of writes.</summary>
internal static class WorkflowErrors
{
    private const int MostNamed = 10;

    public static Core.Diagnostics.SigmaEngineException NoModelToExport() =>
        new(Core.Diagnostics.ErrorCode.InvalidArgument, "No data model given. Pipe data models in, or use -DataModelId.");

    public static Core.Diagnostics.SigmaEngineException NoDestination() =>
        new(Core.Diagnostics.ErrorCode.InvalidArgument, "No folder given. Use -DestinationPath.");

    /// <summary>The error of an export without all models.</summary>
    /// <param name="missing">The models that are not in the folder.</param>
    /// <param name="asked">How many models were requested.</param>
    /// <param name="session">The session; null if the specs came from memory.</param>
    public static Core.Diagnostics.SigmaEngineException ExportIncomplete(
        IReadOnlyCollection<string> missing, int asked, SigmaSession? session)
    {
        var source = session is null ? "" : " from " + session;
        var listed = string.Join(", ", missing.Take(MostNamed)) + (missing.Count > MostNamed ? ", …" : "");
        return new(
            Core.Diagnostics.ErrorCode.ExportIncomplete,
            $"Exported {asked - missing.Count} of {asked} data models{source}. Missing: {listed}. See the errors above; "
                + "files of earlier exports are unchanged.");
    }

    public static Core.Diagnostics.SigmaEngineException FilesChanged(string? folder, IEnumerable<string> stale) =>
        new(
            Core.Diagnostics.ErrorCode.PlanStale,
            $"The files in '{folder}' changed after the plan was made, so no file was written: "
                + $"{string.Join("; ", stale.Take(MostNamed))}. Make a new plan.")
        {
            Target = folder,
        };

    public static Core.Diagnostics.SigmaEngineException PlanStale(string environment, IReadOnlyCollection<string> stale)
    {
        var reasons = string.Join("; ", stale.Take(MostNamed)) + (stale.Count > MostNamed ? $"; and {stale.Count - MostNamed} more" : "");
        return new(
            Core.Diagnostics.ErrorCode.PlanStale,
            $"The plan for '{environment}' is stale, so nothing was written: {reasons}. Make a new plan, and review it.")
        {
            Target = environment,
        };
    }

    /// <summary>The error of a release without all models.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="rest">A sentence about the other models.</param>
    /// <param name="results">The results of the models that failed.</param>
    /// <param name="undo">The sentence with the command that undoes the run; null without a run.</param>
    public static Core.Diagnostics.SigmaEngineException ReleaseIncomplete(
        Core.Release.ReleasePlan plan, string rest, IReadOnlyCollection<WriteResult> results, string? undo)
    {
        var failed = results.Take(MostNamed).Select(result => $"\"{result.Name}\" ({result.Status}): "
            + $"{string.Join(" ", result.Findings).TrimEnd('.')}");
        var more = results.Count > MostNamed ? $"; and {results.Count - MostNamed} more" : "";
        var counts = $"{results.Count} of {plan.Items.Count(item => item.Writes)} models";
        var end = undo is null ? "" : " " + undo;
        return new(
            Core.Diagnostics.ErrorCode.ReleaseIncomplete,
            $"{counts} could not be published to '{plan.Request.Environment.Name}'. {rest} Failed: "
                + $"{string.Join("; ", failed)}{more}.{end}");
    }

    /// <summary>The error of a run that an issue fails.</summary>
    /// <param name="failOn">The severity that fails the run.</param>
    /// <param name="counts">The counts of all issues.</param>
    /// <param name="listed">The first issues that fail the run.</param>
    /// <param name="failing">All of them.</param>
    public static Core.Diagnostics.SigmaEngineException RunFailed(
        SpecIssueSeverity? failOn, string counts, string listed, IEnumerable<Core.Reports.ReportedIssue> failing) =>
        new(Core.Diagnostics.ErrorCode.InvalidSpec, $"The run failed because of -FailOn {failOn}: {counts}. {listed}")
        {
            Issues = failing.Select(issue => issue.Issue).ToList(),
        };

    public static Core.Diagnostics.SigmaEngineException TwoSpecs(string dataModelId) =>
        new(
            Core.Diagnostics.ErrorCode.SpecDuplicateTarget,
            $"The pipeline contains two different specs for data model {dataModelId}; the second was not sent. Send one spec per model.")
        {
            Target = dataModelId,
        };
}
