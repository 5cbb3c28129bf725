using System.Collections.Generic;
using SigmaPS.Core.Api;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Usage;

namespace SigmaPS.Core.Tests.Support;

/// <summary>A usage index of models alone, without a scan.</summary>
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

    /// <summary>A model with the names that the service lists for its columns.</summary>
    public static ModelSnapshot Model(string id, SpecDocument document, string? tagId = null, params ColumnEntry[] columns) =>
        ModelSnapshotBuilder.Build(id, tagId, document, [], null, columns);

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
