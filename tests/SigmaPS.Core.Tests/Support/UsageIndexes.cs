using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Usage;

namespace SigmaPS.Core.Tests.Support;

/// <summary>A usage index of models, and of one workbook at most, without a scan.</summary>
internal static class UsageIndexes
{
    /// <summary>An index of some models, and what could not be checked.</summary>
    public static UsageIndex Of(IReadOnlyList<UncheckedDocument> notChecked, params ModelSnapshot[] models)
    {
        using var wire = new FakeWire((_, _) => FakeWire.Json("{}", 404));
        var (catalog, entries) = (new ModelCatalog(), new UsageEntries(new MemoryUsageStore()));
        var (budget, options) = (new RequestBudget(null), new UsageOptions());
        foreach (var model in models)
        {
            catalog.Set(model);
        }

        var collector = new ModelCollector(wire.Client, entries, catalog, budget, options);
        var documents = new DocumentCollector(wire.Client, entries, catalog, budget, options, collector);
        return new UsageIndex(catalog, new ListedDocuments([], []), entries, documents, notChecked, 0);
    }

    /// <summary>An index of some models and a workbook, whose columns with some formulas read the column Net of the sample model.</summary>
    public static async Task<UsageIndex> WithWorkbookAsync(IReadOnlyList<string> formulas, params ModelSnapshot[] models)
    {
        using var wire = new FakeWire((_, _) => FakeWire.Json("{}", 404));
        var (catalog, entries) = (new ModelCatalog(), new UsageEntries(new MemoryUsageStore()));
        var (budget, options) = (new RequestBudget(null), new UsageOptions());
        var head = new DocumentHead(new DocumentKey(ConsumerKind.Workbook, "w", 1, "", ""), "Sales", "", "", "", null);
        var net = UsageReference.To(new UsageItem(UsageItemKind.Column, SampleModel.Id, "orders", "c-net"), isCertain: true);
        var columns = formulas.Select((formula, at) => new DocumentColumn("e", $"c{at}", $"C{at}", formula, false, false, [net])).ToList();
        var header = new UsageEntryHeader(UsageEntries.Format, head.Key, [new ModelStamp(SampleModel.Id, null, "")]);
        var record = new DocumentRecord([], new Dictionary<string, string>(), columns, []);
        entries.Save(UsageEntries.NameOf(head.Key.Kind, head.Key.Id, null), header, UsageEntries.Write(record));
        var collector = new ModelCollector(wire.Client, entries, catalog, budget, options);
        var documents = new DocumentCollector(wire.Client, entries, catalog, budget, options, collector);
        await documents.UpdateAsync([head], default);
        foreach (var model in models)
        {
            catalog.Set(model);
        }

        return new UsageIndex(catalog, new ListedDocuments([], [head]), entries, documents, [], 0);
    }

    /// <summary>A model with the names that the service lists for its columns.</summary>
    public static ModelSnapshot Model(string id, SpecDocument document, string? tagId = null, params ColumnEntry[] columns) =>
        ModelSnapshotBuilder.Build(id, tagId, document, [], null, columns);

    /// <summary>A model whose element reads a grouping of the sample model.</summary>
    public static ModelSnapshot GroupingReader(string id, string grouping) =>
        Model(id, SampleModel.Edited(ReaderDocument(), $"set /pages/0/elements/0/source/groupingId \"{grouping}\""));

    /// <summary>A model with one element that reads the column [Orders/Order Id] of the sample model, at a tag or as published.</summary>
    public static ModelSnapshot Reader(string id, string? tagId = null)
    {
        SourceEntry[] sources = [new() { SourceDataModelId = SampleModel.Id, VersionTagId = tagId, ElementIds = ["orders"] }];
        return ModelSnapshotBuilder.Build(id, null, ReaderDocument(), sources, null, null);
    }

    /// <summary>The spec of such a model.</summary>
    public static SpecDocument ReaderDocument() => SpecDocument.Parse(
        $$"""
        {"name":"Reader","schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[{"id":"e","kind":"table","name":"E",
          "source":{"kind":"data-model","dataModelId":"{{SampleModel.Id}}","elementId":"orders"},
          "columns":[{"id":"c","formula":"[Orders/Order Id]","name":"C"}]}]}]}
        """,
        "the reader");
}
