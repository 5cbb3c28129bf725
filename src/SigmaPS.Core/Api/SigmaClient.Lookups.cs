using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;

namespace SigmaPS.Core.Api;

/// <summary>The lists of a model, and of connections, tables and members.</summary>
public sealed partial class SigmaClient
{
    /// <summary>GET /v2/dataModels/{id}/elements.</summary>
    /// <param name="id">The UUID.</param>
    /// <param name="tagName">The tag of the version to read; null for the latest version.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The list.</returns>
    public IAsyncEnumerable<ElementEntry> ListElementsAsync(string id, string? tagName, CancellationToken cancel) =>
        ListForModelAsync<ElementEntry>(id, "/elements" + Query(("tagName", tagName)), cancel, RequestedPart.Tag(id, tagName));

    /// <summary>GET /v2/dataModels/{id}/columns.</summary>
    /// <param name="id">The UUID.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The list.</returns>
    public IAsyncEnumerable<ColumnEntry> ListColumnsAsync(string id, CancellationToken cancel) =>
        ListForModelAsync<ColumnEntry>(id, "/columns", cancel);

    /// <summary>GET /v2/dataModels/{id}/lineage.</summary>
    /// <param name="id">The UUID.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The list.</returns>
    public IAsyncEnumerable<LineageEntry> ListLineageAsync(string id, CancellationToken cancel) =>
        ListForModelAsync<LineageEntry>(id, "/lineage", cancel);

    /// <summary>GET /v2/dataModels/{id}/tags.</summary>
    /// <param name="id">The UUID.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The list.</returns>
    public IAsyncEnumerable<TagEntry> ListTagsAsync(string id, CancellationToken cancel) =>
        ListForModelAsync<TagEntry>(id, "/tags", cancel);

    /// <summary>GET /v2/tags: the version tags of the organization.</summary>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The list.</returns>
    public IAsyncEnumerable<VersionTagEntry> ListOrganizationTagsAsync(CancellationToken cancel) =>
        ListAsync<VersionTagEntry>("v2/tags", "the list of version tags", ErrorCode.ItemNotFound, cancel);

    /// <summary>GET /v2/dataModels/{id}/sources, a list of family B.</summary>
    /// <param name="id">The UUID.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The list.</returns>
    public IAsyncEnumerable<SourceEntry> ListSourcesAsync(string id, CancellationToken cancel) =>
        ListOfFamilyBAsync<SourceEntry>(
            $"v2/dataModels/{Uri.EscapeDataString(id)}/sources",
            SmallPageLimit,
            "data model " + id,
            ErrorCode.ModelNotFound,
            cancel);

    /// <summary>GET /v2/connections.</summary>
    /// <param name="search">A part of the name; null for all.</param>
    /// <param name="includeArchived">Whether to include connections in the trash.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The list.</returns>
    public IAsyncEnumerable<ConnectionEntry> ListConnectionsAsync(string? search, bool includeArchived, CancellationToken cancel) =>
        ListAsync<ConnectionEntry>(
            "v2/connections" + Query(("search", search), ("includeArchived", includeArchived ? "true" : null)),
            "the list of connections",
            ErrorCode.ItemNotFound,
            cancel);

    /// <summary>GET /v2/connections/paths. Only some versions of the service filter by connection, so the caller filters too.</summary>
    /// <param name="connectionId">The connection; null for all.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The list.</returns>
    public IAsyncEnumerable<TablePathEntry> ListPathsAsync(string? connectionId, CancellationToken cancel) =>
        ListAsync<TablePathEntry>(
            "v2/connections/paths" + Query(("connectionId", connectionId)),
            "the list of the connections' paths",
            ErrorCode.ItemNotFound,
            cancel);

    /// <summary>GET /v2/connections/paths/{inodeId}: the location of a table.</summary>
    /// <param name="tableId">The table.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>Connection and path.</returns>
    public async Task<TablePathEntry> GetPathAsync(string tableId, CancellationToken cancel)
    {
        var request = new ApiRequest(HttpMethod.Get, "v2/connections/paths/" + Uri.EscapeDataString(tableId))
        {
            About = "table " + tableId,
            WhenMissing = ErrorCode.ItemNotFound,
        };
        return ApiJson.Read<TablePathEntry>(await SendAsync(request, cancel).ConfigureAwait(false), request.About);
    }

    /// <summary>POST /v2/connection/{id}/lookup: the item at a path. The endpoint's path has "connection" in the singular.</summary>
    /// <param name="connectionId">The connection.</param>
    /// <param name="path">Database, schema and table, or the levels that the platform has.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>Kind, ID and address.</returns>
    public async Task<TableLookup> LookUpAsync(string connectionId, IReadOnlyList<string> path, CancellationToken cancel)
    {
        var request = new ApiRequest(HttpMethod.Post, $"v2/connection/{Uri.EscapeDataString(connectionId)}/lookup")
        {
            Body = ApiJson.Write(new { path }),
            About = $"the path {string.Join(" / ", path)} of connection {connectionId}",
            WhenMissing = ErrorCode.ItemNotFound,
        };
        return ApiJson.Read<TableLookup>(await SendAsync(request, cancel).ConfigureAwait(false), request.About);
    }

    /// <summary>GET /v2/connections/tables/{id}/columns, a list of family B.</summary>
    /// <param name="tableId">The table.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The list.</returns>
    public IAsyncEnumerable<TableColumnEntry> ListTableColumnsAsync(string tableId, CancellationToken cancel) =>
        ListOfFamilyBAsync<TableColumnEntry>(
            $"v2/connections/tables/{Uri.EscapeDataString(tableId)}/columns",
            PageLimit,
            "table " + tableId,
            ErrorCode.ItemNotFound,
            cancel);

    /// <summary>GET /v2.1/members.</summary>
    /// <param name="email">An e-mail address; null for all.</param>
    /// <param name="includeArchived">Whether to include removed members.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The list.</returns>
    public async IAsyncEnumerable<MemberEntry> ListMembersAsync(
        string? email,
        bool includeArchived,
        [EnumeratorCancellation] CancellationToken cancel)
    {
        var path = "v2.1/members" + Query(("email", email), ("includeArchived", includeArchived ? "true" : null));
        var members = ListAsync<MemberEntry>(path, "the list of members", ErrorCode.ItemNotFound, cancel);
        await foreach (var member in members.ConfigureAwait(false))
        {
            // A name that is shown later needs no request of its own.
            MemberLookup.Keep(this, member);
            yield return member;
        }
    }

    private static string Query(params (string Name, string? Value)[] pairs)
    {
        var given = pairs
            .Where(pair => !string.IsNullOrEmpty(pair.Value))
            .Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value!)}")
            .ToList();
        return given.Count == 0 ? "" : "?" + string.Join("&", given);
    }

    private IAsyncEnumerable<T> ListForModelAsync<T>(string id, string rest, CancellationToken cancel, RequestedPart? part = null) =>
        ListAsync<T>("v2/dataModels/" + Uri.EscapeDataString(id) + rest, "data model " + id, ErrorCode.ModelNotFound, cancel, part);
}
