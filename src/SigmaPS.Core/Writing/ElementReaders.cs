using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Writing;

/// <summary>Which data models read an element of another one. The API only tells what a model reads, so the models are asked one by one, once for all writes of a command.</summary>
/// <remarks>A model that reads a tagged version goes on reading that version, and does not count.</remarks>
public sealed class ElementReaders
{
    /// <summary>How many models are asked at most.</summary>
    public const int MostModels = 200;

    private readonly Dictionary<(string Model, string Element), List<string>> _readers = new();
    private readonly List<string> _gaps = new();
    private Task? _reading;

    /// <summary>Who reads the elements that a write takes out, or gives another id. Up to one request for each thousand models and one for each of 200 models, at the first question that needs them.</summary>
    /// <param name="client">The service.</param>
    /// <param name="modelId">The model that is written to.</param>
    /// <param name="live">What is live.</param>
    /// <param name="now">What shall be.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>A sentence for each element and reader, and what could not be found out; nothing where no element goes.</returns>
    public async Task<IReadOnlyList<string>> OfRemovedAsync(SigmaClient client, string modelId, SpecDocument live, SpecDocument now, CancellationToken cancel)
    {
        var kept = new HashSet<string>(now.Elements.Select(ElementIds.Id), StringComparer.Ordinal);
        var gone = live.Elements.Where(element => element.Text("kind") != "control" && !kept.Contains(ElementIds.Id(element))).ToList();
        if (gone.Count == 0)
        {
            return Array.Empty<string>();
        }

        await ReadOnceAsync(client, cancel).ConfigureAwait(false);
        var names = new DisplayNames(live);
        return gone.SelectMany(element => (_readers.TryGetValue((modelId, ElementIds.Id(element)), out var found) ? found : Enumerable.Empty<string>())
            .Select(reader => $"The element \"{names.OfElement(element)}\", which goes, is read by data model {reader}.")).Concat(_gaps).ToList();
    }

    // Several models of a plan may ask at once.
    private Task ReadOnceAsync(SigmaClient client, CancellationToken cancel)
    {
        lock (_gaps)
        {
            return _reading is null || _reading.IsFaulted || _reading.IsCanceled ? _reading = ReadAsync(client, cancel) : _reading;
        }
    }

    private async Task ReadAsync(SigmaClient client, CancellationToken cancel)
    {
        var models = new List<DataModelEntry>();
        try
        {
            await client.ListDataModelsAsync(false, page =>
            {
                models.AddRange(page.Where(model => !model.IsArchived));
                return Task.FromResult(true);
            }, cancel).ConfigureAwait(false);
        }
        catch (SigmaFaultException e)
        {
            _gaps.Add($"Which data models read the elements that go could not be found out: {e.Message}");
            return;
        }

        client.Log.Verbose($"Elements go: {Math.Min(models.Count, MostModels)} of {models.Count} data models are asked whether they read them.");
        var read = await Task.WhenAll(models.Take(MostModels).Select(model => SourcesAsync(client, model, cancel))).ConfigureAwait(false);
        foreach (var (model, sources) in models.Zip(read, (model, sources) => (model, sources)))
        {
            foreach (var key in (sources ?? Enumerable.Empty<SourceEntry>()).Where(source => source.SourceDataModelId is not null && source.VersionTagId is null).SelectMany(source => source.ElementIds.Select(element => (source.SourceDataModelId!, element))).Distinct())
            {
                if (!_readers.TryGetValue(key, out var readers))
                {
                    _readers.Add(key, readers = new List<string>());
                }

                readers.Add($"\"{model.Name}\" ({model.DataModelId})");
            }
        }

        var unread = read.Count(sources => sources is null) + Math.Max(0, models.Count - MostModels);
        if (unread > 0)
        {
            _gaps.Add($"Of {models.Count} data models, {unread} could not be asked whether they read the elements that go.");
        }
    }

    private static async Task<List<SourceEntry>?> SourcesAsync(SigmaClient client, DataModelEntry model, CancellationToken cancel)
    {
        var sources = new List<SourceEntry>();
        try
        {
            await client.ListSourcesAsync(model.DataModelId, page =>
            {
                sources.AddRange(page);
                return Task.FromResult(true);
            }, cancel).ConfigureAwait(false);
            return sources;
        }
        catch (SigmaFaultException e)
        {
            client.Log.Verbose($"What \"{model.Name}\" ({model.DataModelId}) reads could not be found out: {e.Message}");
            return null;
        }
    }
}
