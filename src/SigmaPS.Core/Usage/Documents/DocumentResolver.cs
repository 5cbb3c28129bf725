using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Api;

namespace SigmaPS.Core.Usage;

/// <summary>
/// Resolves a document's formulas to items of models (sigma-workbooks.md section 2). A name that can mean several items is possible, never
/// certain.
/// </summary>
internal sealed class DocumentResolver
{
    private const int DeepestChain = 64;
    private readonly DocumentContents _contents;
    private readonly ElementLookup _lookup;
    private readonly DocumentSources _sources;
    private readonly ILookup<string, ColumnEntry> _columns;
    private readonly HashSet<string> _controls;

    private DocumentResolver(DocumentContents contents, ModelCatalog catalog)
    {
        _contents = contents;
        _lookup = new ElementLookup(catalog);
        _sources = new DocumentSources(contents, catalog);
        _columns = contents
            .Columns.Where(column => column.ElementId is not null)
            .ToLookup(column => column.ElementId, StringComparer.Ordinal);
        _controls = new HashSet<string>(contents.ControlNames, StringComparer.OrdinalIgnoreCase);
    }

    public static DocumentRecord Resolve(DocumentContents contents, ModelCatalog catalog)
    {
        var resolver = new DocumentResolver(contents, catalog);
        var columns = contents.Columns.Where(column => column.ElementId is not null).Select(resolver.Column).ToList();
        var names = contents
            .Elements.GroupBy(element => element.ElementId)
            .ToDictionary(group => group.Key, group => group.First().Name ?? "");
        return new DocumentRecord(
            resolver._sources.Declared.Select(source => source.Item).ToList(),
            names,
            columns,
            PossibleReads.Find(contents, resolver._sources, columns));
    }

    private DocumentColumn Column(ColumnEntry column)
    {
        var formula = UsageFormula.Parse(column.Formula ?? "");
        var readings = string.IsNullOrWhiteSpace(column.Formula)
            ? new List<List<List<UsageReference>>>
            {
                PassedOn(column).Select(reading => reading.Select(step => step with { IsCertain = false }).ToList()).ToList(),
            }
            : formula.References.Select(parts => Readings(column, parts, formula.ReachesElsewhere)).ToList();

        // A broken column whose references all resolve is broken for a reason that is not visible: its names may no longer mean what they
        // did.
        var isDoubtful = column.IsBroken && readings.All(reading => reading.Count > 0);
        var reads = readings
            .SelectMany(all =>
                all.SelectMany(reading => reading).Select(step => step with { IsCertain = step.IsCertain && all.Count == 1 && !isDoubtful })
            )
            .Distinct()
            .ToList();
        var isIncomplete = string.IsNullOrWhiteSpace(column.Formula)
            ? readings[0].Count == 0
            : readings.Zip(formula.References, (found, parts) => parts.Count > 1 && found.Count == 0).Any(isMissing => isMissing);
        return new DocumentColumn(
            column.ElementId,
            column.ColumnId,
            column.Name ?? "",
            column.Formula ?? "",
            column.IsBroken,
            isIncomplete,
            reads);
    }

    private List<List<UsageReference>> Readings(ColumnEntry column, IReadOnlyList<string> parts, bool reachesElsewhere) =>
        parts.Count switch
        {
            1 => Sibling(column, parts[0]),
            2 when Names.Same(parts[0], "Metrics") => Metrics(column.ElementId, parts[1], 0),
            _ => ModelEdges.Distinct(Prefixed(column.ElementId, parts, reachesElsewhere)),
        };

    // A control of the same name makes a bare name ambiguous; controls are not items of a model.
    private List<List<UsageReference>> Sibling(ColumnEntry column, string name)
    {
        var found = _columns[column.ElementId]
            .Where(other => other != column && string.Equals(other.Name, name, StringComparison.Ordinal))
            .ToList();
        var isCertain = !_controls.Contains(name);
        return found.Select(other => One(UsageReference.Own(other.ElementId, other.ColumnId, isCertain))).ToList();
    }

    private List<List<UsageReference>> Prefixed(string elementId, IReadOnlyList<string> parts, bool reachesElsewhere)
    {
        var rest = parts.Skip(1).ToList();
        var own = FromModels(_sources.ModelsOf(elementId), parts[0], rest)
            .Concat(FromElements(_sources.ElementsOf(elementId), parts[0], rest))
            .ToList();
        own.AddRange(FromTables(elementId, parts[0]));
        if (own.Count > 0 && !reachesElsewhere)
        {
            return own;
        }

        var others = FromModels(_sources.Declared, parts[0], rest)
            .Concat(FromElements(_contents.Elements.Where(other => other.ElementId != elementId), parts[0], rest));
        own.AddRange(others);
        return own;
    }

    private IEnumerable<List<UsageReference>> FromModels(IEnumerable<DeclaredSource> sources, string prefix, List<string> rest) =>
        sources
            .Where(source => source.Element is not null && Names.Same(source.Element.Name, prefix))
            .SelectMany(source =>
                _lookup
                    .Columns(source.Model!, source.Element!, rest)
                    .Select(reading =>
                        reading
                            .Select(step => step with { IsCertain = step.IsCertain && _sources.IsNameKnown(source.Item.ModelId) })
                            .ToList()));

    private IEnumerable<List<UsageReference>> FromElements(IEnumerable<ElementEntry> elements, string prefix, List<string> rest)
    {
        foreach (
            var element in elements
                .Where(element => Names.Same(element.Name, prefix))
                .GroupBy(element => element.ElementId)
                .Select(group => group.First()))
        {
            var found = Names.Find(_columns[element.ElementId], column => column.Name, string.Join("/", rest));
            foreach (var column in found)
            {
                yield return One(UsageReference.Own(column.ElementId, column.ColumnId, found.Count == 1));
            }
        }
    }

    // A table or an SQL statement of the same name makes the prefix ambiguous; its columns are not items of a model.
    private IEnumerable<List<UsageReference>> FromTables(string elementId, string prefix) =>
        _sources.ReadsTable(elementId, prefix) ? new[] { new List<UsageReference>() } : Array.Empty<List<UsageReference>>();

    private List<List<UsageReference>> Metrics(string elementId, string name, int depth)
    {
        if (depth > DeepestChain)
        {
            return new List<List<UsageReference>>();
        }

        // Several elements can offer one metric: the metric is certain, the elements that differ are not.
        var offered = _sources
            .ModelsOf(elementId)
            .Where(source => source.Element is not null)
            .SelectMany(source => _lookup.Metrics(source.Model!, source.Element!, name))
            .GroupBy(reading => reading[0].Target)
            .Select(Merge);
        var inherited = _sources
            .ElementsOf(elementId)
            .Where(element => element.ElementId != elementId)
            .SelectMany(element => Metrics(element.ElementId, name, depth + 1));
        return offered.Concat(inherited).GroupBy(reading => reading[0].Target).Select(Merge).ToList();
    }

    private static List<UsageReference> Merge(IEnumerable<List<UsageReference>> readings)
    {
        var all = readings.ToList();
        return all.SelectMany(reading => reading)
            .GroupBy(step => step.Target)
            .Select(group =>
                group.First() with
                {
                    IsCertain = group.Any(step => step.IsCertain) && all.All(reading => reading.Any(step => step.Target == group.Key)),
                })
            .ToList();
    }

    // An empty formula passes on a column of the source that has the same name: likely, not certain (section 2.3).
    private List<List<UsageReference>> PassedOn(ColumnEntry column)
    {
        var name = new List<string> { column.Name ?? "" };
        var models = _sources
            .ModelsOf(column.ElementId)
            .Where(source => source.Element is not null)
            .SelectMany(source => _lookup.Columns(source.Model!, source.Element!, name));
        var elements = _sources
            .ElementsOf(column.ElementId)
            .SelectMany(element => FromElements(new[] { element }, element.Name ?? "", name));
        return models.Concat(elements).ToList();
    }

    private static List<UsageReference> One(UsageReference reference) => new() { reference };
}
