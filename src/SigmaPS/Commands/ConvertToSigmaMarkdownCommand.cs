using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using SigmaPS.Cmdlets;

namespace SigmaPS.Commands;

/// <summary>ConvertTo-SigmaMarkdown: changes as a text for a pull request.</summary>
[Cmdlet(VerbsData.ConvertTo, "SigmaMarkdown")]
[OutputType(typeof(string))]
public sealed class ConvertToSigmaMarkdownCommand : SigmaCmdlet
{
    private readonly List<(string Key, string Name, Core.Spec.Diff.SpecChange Change)> _changes = new();

    /// <summary>The changes.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public object[]? InputObject { get; set; }

    /// <summary>A heading above all.</summary>
    [Parameter]
    public string? Title { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var given in InputObject ?? System.Array.Empty<object>())
        {
            if (given is not null)
            {
                Run(given, () => _changes.Add((ReadChanges.KeyOf(given), ReadChanges.ModelOf(given), ReadChanges.Of(given))));
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var models = _changes.GroupBy(item => item.Key, System.StringComparer.Ordinal)
            .Select(group => new KeyValuePair<string, IReadOnlyList<Core.Spec.Diff.SpecChange>>(group.First().Name, group.Select(item => item.Change).ToList()));
        WriteObject(Core.Markdown.ChangeReport.Write(models.ToList(), string.IsNullOrEmpty(Title) ? null : Title));
    }
}
