using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;

namespace SigmaPS.Core.Writing;

/// <summary>
/// The models that existed before a command creates one. The list is read once per command and includes the models that the command has
/// created. A model that is not in it shows that an unconfirmed POST was applied.
/// </summary>
public sealed class ExistingModels
{
    private readonly object _gate = new();
    private readonly HashSet<string> _ids = new();
    private Task? _listing;

    /// <summary>Creates an empty list, which is read when it is first needed.</summary>
    public ExistingModels()
    {
    }

    /// <summary>Creates the list from models that were read before.</summary>
    /// <param name="ids">The UUIDs of the existing models.</param>
    public ExistingModels(IEnumerable<string> ids)
    {
        _ids.UnionWith(ids);
        _listing = Task.CompletedTask;
    }

    /// <summary>Reads the list, unless it was read before. After a failure, the next call reads it again.</summary>
    internal Task ReadAsync(SigmaClient client, CancellationToken cancel)
    {
        lock (_gate)
        {
            if (_listing is null || _listing.IsFaulted || _listing.IsCanceled)
            {
                _listing = ListAsync(client, cancel);
            }

            return _listing;
        }
    }

    /// <summary>Adds a model that the command created.</summary>
    internal void Add(string id)
    {
        lock (_gate)
        {
            _ids.Add(id);
        }
    }

    /// <summary>Discards the list, because a model may exist whose creation was not confirmed.</summary>
    internal void Forget()
    {
        lock (_gate)
        {
            _listing = null;
        }
    }

    /// <summary>Returns the models that are not in the list.</summary>
    internal IReadOnlyList<string> New(IEnumerable<string> ids)
    {
        lock (_gate)
        {
            return ids.Where(id => !_ids.Contains(id)).ToList();
        }
    }

    private async Task ListAsync(SigmaClient client, CancellationToken cancel)
    {
        var models = await client.ListDataModelsAsync(false, cancel).ToListAsync(cancel).ConfigureAwait(false);
        lock (_gate)
        {
            _ids.UnionWith(models.Select(model => model.DataModelId));
        }
    }
}
