using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;

namespace SigmaPS.Core.Writing;

/// <summary>
/// Which models were there before a command made one: listed once a command, and kept up with what it has made since. Whether a POST
/// without an answer was applied is told by what is there beside them.
/// </summary>
public sealed class ExistingModels
{
    private readonly object _gate = new();
    private readonly HashSet<string> _ids = new();
    private Task? _listing;

    /// <summary>Nothing is known yet: the list is asked for when it is needed first.</summary>
    public ExistingModels()
    {
    }

    /// <summary>The list is at hand already.</summary>
    /// <param name="ids">The models that are there.</param>
    public ExistingModels(IEnumerable<string> ids)
    {
        _ids.UnionWith(ids);
        _listing = Task.CompletedTask;
    }

    /// <summary>
    /// Makes sure that what is there is known. A list that could not be read is asked for again by whoever needs it next.
    /// </summary>
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

    /// <summary>A model was made.</summary>
    internal void Add(string id)
    {
        lock (_gate)
        {
            _ids.Add(id);
        }
    }

    /// <summary>A model may have been made that nobody knows, and may still appear: the list is asked for again.</summary>
    internal void Forget()
    {
        lock (_gate)
        {
            _listing = null;
        }
    }

    /// <summary>What is there beside them.</summary>
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
