using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Api;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Usage;

/// <summary>
/// What each element of a document has as its source. Lineage gives the model by its short ID; the part behind it is opaque
/// (sigma-workbooks.md section 2.4).
/// </summary>
internal sealed class DocumentSources
{
    private readonly DocumentContents _contents;
    private readonly Dictionary<string, List<string>?> _lineage = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _modelOfShortId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DeclaredSource> _suffixes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _tables = new(StringComparer.Ordinal);
    private readonly HashSet<string> _incomplete = new(StringComparer.Ordinal);

    public DocumentSources(DocumentContents contents, ModelCatalog catalog)
    {
        _contents = contents;
        Declared = contents.Sources.Where(source => source.DataModelId is not null)
            .SelectMany(source => source.ElementIds.Select(element => Declare(catalog, source, element))).Distinct().ToList();
        foreach (var model in contents.Sources.Select(source => source.DataModelId).OfType<string>().Distinct())
        {
            _modelOfShortId[DataModelId.ToShort(model)] = model;
        }

        ReadLineage();
        LearnSuffixes();
    }

    /// <summary>The model elements that the document reads, by ID.</summary>
    public IReadOnlyList<DeclaredSource> Declared { get; }

    /// <summary>
    /// False where the document names an element of a model that the snapshot does not have: such an element could have any name.
    /// </summary>
    public bool IsNameKnown(string modelId) => !_incomplete.Contains(modelId);

    /// <summary>The model elements that can be the source of an element.</summary>
    public IReadOnlyList<DeclaredSource> ModelsOf(string elementId)
    {
        if (SourceIds(elementId) is not { } ids)
        {
            return Declared;
        }

        return ids.SelectMany(Candidates).Distinct().ToList();
    }

    /// <summary>The document's elements that can be the source of an element.</summary>
    public IEnumerable<ElementEntry> ElementsOf(string elementId) => SourceIds(elementId) is { } ids
        ? _contents.Elements.Where(element => ids.Contains(element.ElementId))
        : _contents.Elements.Where(element => element.ElementId != elementId);

    /// <summary>Whether an element reads a table or an SQL statement of a name.</summary>
    public bool ReadsTable(string elementId, string prefix)
    {
        var known = SourceIds(elementId);
        return _tables.Any(table => Names.Same(table.Value, prefix) && (known is null || known.Contains(table.Key)))
            || (
                Names.Same(prefix, "Custom SQL")
                && _contents.Sources.Any(source => source.Definition is not null)
                && (known is null || known.Any(id => id == elementId)));
    }

    /// <summary>Whether an element has more than one source.</summary>
    public bool IsJoined(string elementId) => SourceIds(elementId) is { Count: > 1 };

    private static DeclaredSource Declare(ModelCatalog catalog, DocumentSourceEntry source, string element)
    {
        var model = catalog.Find(source.DataModelId!, source.VersionTagId);
        return new DeclaredSource(
            new UsageItem(UsageItemKind.Element, source.DataModelId!, element, null, source.VersionTagId),
            model,
            model?.Element(element));
    }

    // Null: lineage does not know the element, or lists a blank source; then every source is a candidate.
    private List<string>? SourceIds(string elementId) => _lineage.TryGetValue(elementId, out var ids) ? ids : null;

    private void ReadLineage()
    {
        foreach (var entry in _contents.Lineage)
        {
            if (entry.Type == "element" && entry.ElementId is { } id)
            {
                var ids = entry.SourceIds ?? Array.Empty<string>();
                var isBlank = ids.Count == 0 || ids.Any(string.IsNullOrWhiteSpace);
                var before = _lineage.TryGetValue(id, out var known) ? known : new List<string>();
                _lineage[id] = isBlank || before is null ? null : before.Union(ids).ToList();
            }
            else if (entry.InodeId is { } inode && entry.Name is { } name)
            {
                _tables[inode] = name;
            }
        }

        _incomplete.UnionWith(Declared.Where(source => source.Element is null).Select(source => source.Item.ModelId));
    }

    private IEnumerable<DeclaredSource> Candidates(string sourceId)
    {
        var slash = sourceId.IndexOf('/');
        if (slash < 0 || !_modelOfShortId.TryGetValue(sourceId.Substring(0, slash), out var model))
        {
            return Enumerable.Empty<DeclaredSource>();
        }

        if (_suffixes.TryGetValue(sourceId, out var exact))
        {
            return new[] { exact };
        }

        var suffix = sourceId.Substring(slash + 1);
        var ofModel = Declared.Where(source => source.Item.ModelId == model).ToList();
        var byId = ofModel.Where(source => source.Item.ElementId == suffix).ToList();
        return byId.Count > 0 ? byId : ofModel;
    }

    // The opaque part is learned from an element whose only source it is: its formulas name one of the model's elements, and nothing else
    // has that name.
    private void LearnSuffixes()
    {
        foreach (
            var (elementId, ids) in _lineage.Where(entry => entry.Value is { Count: 1 }).Select(entry => (entry.Key, entry.Value!)).ToList()
        )
        {
            var candidates = Candidates(ids[0]).ToList();
            if (candidates.Count < 2)
            {
                continue;
            }

            var prefixes = _contents
                .Columns.Where(column => column.ElementId == elementId && !column.IsBroken)
                .Select(column => UsageFormula.Parse(column.Formula ?? ""))
                .Where(formula => !formula.ReachesElsewhere)
                .SelectMany(formula => formula.References)
                .Where(parts => parts.Count > 1)
                .Select(parts => parts[0]);
            var named = candidates
                .Where(source =>
                    source.Element is { IsNameCertain: true } element && prefixes.Any(prefix => Names.Same(prefix, element.Name)))
                .ToList();
            if (
                named.Count == 1
                && candidates.Count(source => source.Element is null || Names.Same(source.Element.Name, named[0].Element!.Name)) == 1)
            {
                _suffixes[ids[0]] = named[0];
            }
        }
    }
}
