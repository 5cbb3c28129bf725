using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using SigmaPS.Mapping;

namespace SigmaPS.Commands;

/// <summary>ConvertTo-SigmaMarkdown: changes or release plans as a text for a pull request.</summary>
[Cmdlet(VerbsData.ConvertTo, "SigmaMarkdown")]
[OutputType(typeof(string))]
public sealed class ConvertToSigmaMarkdownCommand : SigmaCmdlet
{
    private readonly List<(string Key, string Name, Core.Spec.Diff.SpecChange Change)> _changes = new();
    private readonly List<object> _plans = new();

    /// <summary>The changes, or release plans.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public object[]? InputObject { get; set; }

    /// <summary>A heading above all.</summary>
    [Parameter]
    public string? Title { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        foreach (var given in InputObject ?? System.Array.Empty<object>())
        {
            if (given is not null && ReadPlan.IsPlan(given))
            {
                _plans.Add(given);
            }
            else if (given is not null)
            {
                Run(given, () => _changes.Add((ReadChanges.KeyOf(given), ReadChanges.ModelOf(given), ReadChanges.Of(given))));
            }
        }
    }

    /// <inheritdoc/>
    private protected override void End()
    {
        foreach (var plan in _plans)
        {
            Run(plan, () => WriteObject(ReadPlan.ToMarkdown(plan, string.IsNullOrEmpty(Title) ? null : Title)));
        }

        if (_plans.Count > 0 && _changes.Count == 0)
        {
            return;
        }

        var models = _changes.GroupBy(item => item.Key, System.StringComparer.Ordinal)
            .Select(group => new KeyValuePair<string, IReadOnlyList<Core.Spec.Diff.SpecChange>>(group.First().Name, group.Select(item => item.Change).ToList()));
        WriteObject(Core.Reports.ChangeReport.Write(models.ToList(), string.IsNullOrEmpty(Title) ? null : Title));
    }
}
