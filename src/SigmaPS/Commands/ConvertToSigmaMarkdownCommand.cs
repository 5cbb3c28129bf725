using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>ConvertTo-SigmaMarkdown: writes changes, release plans, usages or the log of changes as Markdown.</summary>
[Cmdlet(VerbsData.ConvertTo, "SigmaMarkdown")]
[OutputType(typeof(string))]
public sealed class ConvertToSigmaMarkdownCommand : SigmaCmdlet
{
    private readonly List<(string Key, string Name, Core.Spec.Diff.SpecChange Change)> _changes = new();
    private readonly List<object> _plans = new();
    private readonly List<object> _usages = new();
    private readonly List<Core.Reports.LoggedVersion> _versions = new();
    private bool _failed;

    /// <summary>The changes, release plans, usages, or the output of Get-SigmaChange.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public object[]? InputObject { get; set; }

    /// <summary>A heading at the top.</summary>
    [Parameter]
    public string? Title { get; set; }

    /// <inheritdoc/>
    private protected override void OnErrorReported(Core.Diagnostics.SigmaEngineException error, object? target, bool ends) =>
        _failed = true;

    /// <inheritdoc/>
    private protected override void Begin() => ComparedPipelines.Clear();

    /// <inheritdoc/>
    private protected override void Process()
    {
        foreach (var given in InputObject ?? System.Array.Empty<object>())
        {
            if (ReleasePlanReader.IsPlan(given))
            {
                _plans.Add(given);
            }
            else if (UsageShape.IsUsage(given))
            {
                _usages.Add(given);
            }
            else if (HistoryMarkdown.IsChange(given))
            {
                Run(given, () => _versions.Add(HistoryMarkdown.Read(given)));
            }
            else
            {
                Run(given, () => _changes.Add((ChangeReader.KeyOf(given), ChangeReader.ModelOf(given), ChangeReader.Read(given))));
            }
        }
    }

    /// <inheritdoc/>
    private protected override void End()
    {
        if (_failed)
        {
            // Text without the failed items would look complete.
            return;
        }

        foreach (var plan in _plans)
        {
            Run(plan, () => WriteObject(ReleasePlanReader.ToMarkdown(plan, Heading)));
        }

        if (_usages.Count > 0)
        {
            WriteObject(UsageMarkdown.Write(_usages, Heading));
        }

        if (_versions.Count > 0)
        {
            WriteObject(Core.Reports.HistoryReport.Write(_versions, Heading));
        }

        var isEmpty = _plans.Count == 0 && _usages.Count == 0 && _versions.Count == 0;
        if (_changes.Count > 0 || (isEmpty && ComparedPipelines.IsMarked))
        {
            WriteObject(Core.Reports.ChangeReport.Write(ByModel(), Heading));
        }
        else if (isEmpty)
        {
            Run(null, () => throw CommandErrors.NothingToConvert());
        }
    }

    private string? Heading => string.IsNullOrEmpty(Title) ? null : Title;

    private List<KeyValuePair<string, IReadOnlyList<Core.Spec.Diff.SpecChange>>> ByModel() =>
        _changes
            .GroupBy(item => item.Key, System.StringComparer.Ordinal)
            .Select(group => new KeyValuePair<string, IReadOnlyList<Core.Spec.Diff.SpecChange>>(
                group.First().Name,
                group.Select(item => item.Change).ToList()))
            .ToList();
}
