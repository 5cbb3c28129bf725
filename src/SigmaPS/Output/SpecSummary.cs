using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace SigmaPS;

/// <summary>A spec in a few lines. The console shows it for a whole spec; the spec itself stays as it is.</summary>
public sealed class SpecSummary
{
    private const int LabelWidth = 14;
    private const int MostNameLines = 3;

    private readonly string _pageNames = "";
    private readonly string _elementNames = "";

    private SpecSummary(SpecNode spec)
    {
        var pages = Objects(spec, "pages").ToList();
        var elements = pages.SelectMany(page => Objects(page, "elements")).ToList();
        Name = Text(spec, "name");
        DataModelId = Text(spec, "dataModelId");
        Version = Text(spec, "documentVersion");
        LatestVersion = Text(spec, "latestDocumentVersion");
        Pages = pages.Count;
        Elements = elements.Count;
        Columns = elements.Sum(element => Count(element, "columns"));
        Metrics = elements.Sum(element => Count(element, "metrics"));
        UpdatedBy = Text(spec, "updatedBy");
        UpdatedAt = DateTimeOffset.TryParse(
            Text(spec, "updatedAt"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
        _pageNames = Names(pages);
        _elementNames = Names(elements);
    }

    /// <summary>The name; empty for a new model without one.</summary>
    public string Name { get; }

    /// <summary>The UUID; empty for a new model.</summary>
    public string DataModelId { get; }

    /// <summary>The version of the content; empty for a new model.</summary>
    public string Version { get; }

    /// <summary>The latest version when the spec was read; empty for a new model.</summary>
    public string LatestVersion { get; }

    /// <summary>The number of pages.</summary>
    public int Pages { get; }

    /// <summary>The number of elements, including controls.</summary>
    public int Elements { get; }

    /// <summary>The number of columns of all elements.</summary>
    public int Columns { get; }

    /// <summary>The number of metrics of all elements.</summary>
    public int Metrics { get; }

    /// <summary>When it was published; $null if the spec does not contain it.</summary>
    public DateTimeOffset? UpdatedAt { get; }

    /// <summary>The member ID of its publisher; empty if the spec does not contain it.</summary>
    public string UpdatedBy { get; }

    /// <summary>Summarizes a spec.</summary>
    /// <param name="spec">The spec, or a summary.</param>
    /// <returns>The summary; $null for other objects.</returns>
    public static SpecSummary? From(object? spec) => (spec is PSObject wrapped ? wrapped.BaseObject : spec) switch
    {
        SpecNode node => new SpecSummary(node),
        SpecSummary summary => summary,
        _ => null,
    };

    /// <summary>Shows the summary in lines.</summary>
    /// <param name="host">$Host.</param>
    /// <returns>A line per property.</returns>
    public string ToText(object? host) => string.Join("\n", new[]
    {
        Line("Name", Name, host),
        Line("DataModelId", DataModelId, host),
        Line("Version", LatestVersion is "" or null || LatestVersion == Version ? Version : $"{Version} (latest: {LatestVersion})", host),
        Line("Pages", Pages + _pageNames, host),
        Line("Elements", Elements + _elementNames, host),
        Line("Columns", Columns.ToString(CultureInfo.InvariantCulture), host),
        Line("Metrics", Metrics.ToString(CultureInfo.InvariantCulture), host),
        Line("UpdatedAt", ViewText.Time(UpdatedAt), host),
        Line("UpdatedBy", ViewText.Member(UpdatedBy), host),
    });

    /// <summary>Whether a node is a whole spec, and not a part of one.</summary>
    internal static bool IsSpec(SpecNode node) => node.Origin is not null || node.GetExactly("pages") is SpecList;

    private static string Line(string label, string text, object? host) =>
        label.PadRight(LabelWidth - 2) + ": " + ViewText.Paragraph(text, LabelWidth, host, MostNameLines);

    // Newer specs omit names that Sigma derives; some names without the others would mislead.
    private static string Names(IReadOnlyCollection<SpecNode> items) =>
        items.Count > 0 && items.All(item => Text(item, "name").Length > 0)
            ? $" ({string.Join(", ", items.Select(item => Text(item, "name")))})"
            : "";

    private static IEnumerable<SpecNode> Objects(SpecNode owner, string key) =>
        owner.GetExactly(key) is SpecList list
            ? list.Select(NodeValueConverter.Unwrap).OfType<SpecNode>()
            : Enumerable.Empty<SpecNode>();

    private static int Count(SpecNode owner, string key) => (owner.GetExactly(key) as SpecList)?.Count ?? 0;

    private static string Text(SpecNode owner, string key) =>
        Convert.ToString(NodeValueConverter.Unwrap(owner.GetExactly(key)), CultureInfo.InvariantCulture) ?? "";
}
