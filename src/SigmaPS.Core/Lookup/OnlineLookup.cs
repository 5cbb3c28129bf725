using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Spec.Validation;

namespace SigmaPS.Core.Lookup;

/// <summary>Looks up the items that specs refer to in the organization; each item once, even if many specs refer to it.</summary>
public sealed class OnlineLookup
{
    private readonly OnlineFacts _facts = new();
    private readonly HashSet<string> _unread = new(StringComparer.Ordinal);
    private bool _hasConnections;

    /// <summary>Whether every lookup succeeded.</summary>
    public bool KnowsAll => _unread.Count == 0 && (!_hasConnections || _facts.Connections is not null);

    /// <summary>Looks up all items outside a spec that it refers to.</summary>
    /// <param name="client">The service.</param>
    /// <param name="root">The spec.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The facts of all lookups so far.</returns>
    /// <exception cref="SigmaEngineException">The service cannot be reached, or refuses the credentials.</exception>
    public async Task<OnlineFacts> FindAsync(SigmaClient client, JsonValue root, CancellationToken cancel)
    {
        var needs = ExternalReferences.FromTree(root);
        if (needs.Connections.Count > 0 && !_hasConnections)
        {
            _hasConnections = true;
            _facts.Connections = await AskAsync(client, "the connections", () => ConnectionsAsync(client, cancel)).ConfigureAwait(false)
                is { Known: true } read
                ? read.Value
                : null;
        }

        await EachAsync(
                needs.Tables,
                _facts.Tables,
                table => AskAsync(client, $"the table {table}", () => TableAsync(client, table, cancel)),
                missing: new TableFact())
            .ConfigureAwait(false);
        await EachAsync(
                needs.Models,
                _facts.Models,
                id => AskAsync(client, $"data model {id}", () => ModelAsync(client, id, cancel)),
                missing: null)
            .ConfigureAwait(false);
        await EachAsync(
                needs.Members,
                _facts.Members,
                id => AskAsync(client, $"member {id}", () => MemberAsync(client, id, cancel)),
                missing: null)
            .ConfigureAwait(false);
        await EachAsync(
                needs.Folders,
                _facts.Folders,
                id => AskAsync(client, $"folder {id}", () => FolderAsync(client, id, cancel)),
                missing: null)
            .ConfigureAwait(false);
        var own = (root as JsonObject)?.Text("dataModelId") is { Length: > 0 } model ? new[] { model } : Array.Empty<string>();
        await EachAsync(
                own,
                _facts.Columns,
                id => AskAsync(client, $"the columns of data model {id}", () => ColumnsAsync(client, id, cancel)),
                missing: null)
            .ConfigureAwait(false);
        return _facts;
    }

    // Start all lookups at once, because the session itself limits its requests to five.
    private async Task EachAsync<TKey, TValue>(
        IEnumerable<TKey> wanted,
        Dictionary<TKey, TValue> known,
        Func<TKey, Task<Answer<TValue>>> ask,
        TValue missing)
        where TKey : notnull
    {
        var fresh = wanted.Where(key => !known.ContainsKey(key) && !_unread.Contains(typeof(TValue).Name + key)).ToList();
        var results = await Task.WhenAll(fresh.Select(ask)).ConfigureAwait(false);
        foreach (var (key, result) in fresh.Zip(results, (key, result) => (key, result)))
        {
            if (result.Known)
            {
                known.Add(key, result.IsThere ? result.Value! : missing);
            }
            else
            {
                _unread.Add(typeof(TValue).Name + key);
            }
        }
    }

    // An item that these credentials may not see is not validated. A missing item is a result.
    private static async Task<Answer<T>> AskAsync<T>(SigmaClient client, string what, Func<Task<T>> ask)
    {
        try
        {
            return new Answer<T>(true, true, await ask().ConfigureAwait(false));
        }
        catch (SigmaEngineException e)
            when (e.Kind is ErrorCode.ItemNotFound or ErrorCode.ModelNotFound or ErrorCode.NotADataModel or ErrorCode.InvalidId)
        {
            return new Answer<T>(true, false, default);
        }
        catch (SigmaEngineException e)
            when (e.Kind
                    is ErrorCode.PermissionDenied
                        or ErrorCode.RequestRefused
                        or ErrorCode.UnexpectedAnswer
                        or ErrorCode.ModelArchived
                        or ErrorCode.InvalidSpec)
        {
            client.Log.Verbose($"Skip the check of {what}, because Sigma did not return it: {e.Message}");
            return new Answer<T>(false, false, default);
        }
    }

    private static async Task<IReadOnlyDictionary<string, ConnectionFact>> ConnectionsAsync(SigmaClient client, CancellationToken cancel)
    {
        var all = new Dictionary<string, ConnectionFact>(StringComparer.Ordinal);
        await foreach (var connection in client.ListConnectionsAsync(null, true, cancel).ConfigureAwait(false))
        {
            all[connection.ConnectionId] = new ConnectionFact(connection.IsArchived, connection.UsesFriendlyNames);
        }

        return all;
    }

    private static async Task<TableFact> TableAsync(SigmaClient client, TableName table, CancellationToken cancel)
    {
        var found = await client.LookUpAsync(table.ConnectionId, table.Path, cancel).ConfigureAwait(false);
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        if (found.Kind != "table")
        {
            return new TableFact { Kind = found.Kind };
        }

        await foreach (var column in client.ListTableColumnsAsync(found.InodeId, cancel).ConfigureAwait(false))
        {
            columns[column.Name] = column.Visibility;
        }

        return new TableFact { Kind = found.Kind, Columns = columns };
    }

    private static async Task<IReadOnlyDictionary<(string Element, string Column), LiveColumn>?> ColumnsAsync(
        SigmaClient client,
        string id,
        CancellationToken cancel)
    {
        var columns = new Dictionary<(string Element, string Column), LiveColumn>();
        foreach (var column in await client.GetColumnsAsync(DataModelId.Parse(id), cancel).ConfigureAwait(false))
        {
            columns[(column.ElementId, column.ColumnId)] = new LiveColumn(column.Formula, column.Type);
        }

        return columns;
    }

    private static async Task<ModelFact?> ModelAsync(SigmaClient client, string id, CancellationToken cancel)
    {
        var uuid = DataModelId.Parse(id);
        var spec = (await client.GetSpecAsync(uuid, null, cancel).ConfigureAwait(false)).Document;
        var elements = new HashSet<string>(spec.Elements.Select(ElementIds.Id), StringComparer.Ordinal);
        elements.UnionWith((await client.GetElementsAsync(uuid, cancel).ConfigureAwait(false)).Select(element => element.ElementId));
        return new ModelFact(spec, elements, await LiveNames.ReadAsync(client, spec, uuid, cancel).ConfigureAwait(false));
    }

    private static async Task<MemberFact?> MemberAsync(SigmaClient client, string id, CancellationToken cancel)
    {
        var member = await client.GetMemberAsync(id, cancel).ConfigureAwait(false);
        return new MemberFact(member.Email, member.IsArchived);
    }

    private static async Task<FolderFact?> FolderAsync(SigmaClient client, string id, CancellationToken cancel) =>
        new FolderFact((await client.GetFileAsync(id, cancel).ConfigureAwait(false)).IsArchived);

    private readonly struct Answer<T>(bool known, bool isThere, T? value)
    {
        public bool Known { get; } = known;

        public bool IsThere { get; } = isThere;

        public T? Value { get; } = value;
    }
}
