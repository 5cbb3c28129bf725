using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;

namespace SigmaPS.Core.Api;

/// <summary>The lists of a model, and of connections, tables and members. Each listing passes its pages to a callback, which may end
/// it.</summary>
public sealed partial class SigmaClient
{
    /// <summary>GET /v2/dataModels/{id}/elements.</summary>
    /// <param name="id">The UUID.</param>
    /// <param name="tagName">The tag of the version to read; null for the latest version.</param>
    /// <param name="take">Receives a page; false ends the listing.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>A task that ends with the list.</returns>
    public Task ListElementsAsync(
        string id,
        string? tagName,
        Func<IReadOnlyList<ElementEntry>, Task<bool>> take,
        CancellationToken cancel) => ListForModelAsync(id, "/elements" + Query(("tagName", tagName)), take, cancel);

    /// <summary>GET /v2/dataModels/{id}/columns.</summary>
    /// <param name="id">The UUID.</param>
    /// <param name="take">Receives a page; false ends the listing.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>A task that ends with the list.</returns>
    public Task ListColumnsAsync(string id, Func<IReadOnlyList<ColumnEntry>, Task<bool>> take, CancellationToken cancel) =>
        ListForModelAsync(id, "/columns", take, cancel);

    /// <summary>GET /v2/dataModels/{id}/lineage.</summary>
    /// <param name="id">The UUID.</param>
    /// <param name="take">Receives a page; false ends the listing.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>A task that ends with the list.</returns>
    public Task ListLineageAsync(string id, Func<IReadOnlyList<LineageEntry>, Task<bool>> take, CancellationToken cancel) =>
        ListForModelAsync(id, "/lineage", take, cancel);

    /// <summary>GET /v2/dataModels/{id}/tags.</summary>
    /// <param name="id">The UUID.</param>
    /// <param name="take">Receives a page; false ends the listing.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>A task that ends with the list.</returns>
    public Task ListTagsAsync(string id, Func<IReadOnlyList<TagEntry>, Task<bool>> take, CancellationToken cancel) =>
        ListForModelAsync(id, "/tags", take, cancel);

    /// <summary>GET /v2/dataModels/{id}/sources, a list of family B.</summary>
    /// <param name="id">The UUID.</param>
    /// <param name="take">Receives a page; false ends the listing.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>A task that ends with the list.</returns>
    public Task ListSourcesAsync(string id, Func<IReadOnlyList<SourceEntry>, Task<bool>> take, CancellationToken cancel) =>
        EachPageOfFamilyBAsync(
            $"v2/dataModels/{Uri.EscapeDataString(id)}/sources",
            SmallPageLimit,
            "data model " + id,
            ErrorCode.ModelNotFound,
            take,
            cancel);

    /// <summary>GET /v2/connections.</summary>
    /// <param name="search">A part of the name; null for all.</param>
    /// <param name="includeArchived">Whether to include connections in the trash.</param>
    /// <param name="take">Receives a page; false ends the listing.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>A task that ends with the list.</returns>
    public Task ListConnectionsAsync(
        string? search,
        bool includeArchived,
        Func<IReadOnlyList<ConnectionEntry>, Task<bool>> take,
        CancellationToken cancel) =>
        EachPageAsync(
            "v2/connections" + Query(("search", search), ("includeArchived", includeArchived ? "true" : null)),
            "the list of connections",
            ErrorCode.ItemNotFound,
            take,
            cancel);

    /// <summary>GET /v2/connections/paths. Only some versions of the service filter by connection, so the caller filters too.</summary>
    /// <param name="connectionId">The connection; null for all.</param>
    /// <param name="take">Receives a page; false ends the listing.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>A task that ends with the list.</returns>
    public Task ListPathsAsync(string? connectionId, Func<IReadOnlyList<TablePathEntry>, Task<bool>> take, CancellationToken cancel) =>
        EachPageAsync(
            "v2/connections/paths" + Query(("connectionId", connectionId)),
            "the list of the connections' paths",
            ErrorCode.ItemNotFound,
            take,
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
    /// <param name="take">Receives a page; false ends the listing.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>A task that ends with the list.</returns>
    public Task ListTableColumnsAsync(string tableId, Func<IReadOnlyList<TableColumnEntry>, Task<bool>> take, CancellationToken cancel) =>
        EachPageOfFamilyBAsync(
            $"v2/connections/tables/{Uri.EscapeDataString(tableId)}/columns",
            PageLimit,
            "table " + tableId,
            ErrorCode.ItemNotFound,
            take,
            cancel);

    /// <summary>GET /v2.1/members.</summary>
    /// <param name="email">An e-mail address; null for all.</param>
    /// <param name="includeArchived">Whether to include removed members.</param>
    /// <param name="take">Receives a page; false ends the listing.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>A task that ends with the list.</returns>
    public Task ListMembersAsync(
        string? email,
        bool includeArchived,
        Func<IReadOnlyList<MemberEntry>, Task<bool>> take,
        CancellationToken cancel) =>
        EachPageAsync(
            "v2.1/members" + Query(("email", email), ("includeArchived", includeArchived ? "true" : null)),
            "the list of members",
            ErrorCode.ItemNotFound,
            take,
            cancel);

    private static string Query(params (string Name, string? Value)[] pairs)
    {
        var given = pairs
            .Where(pair => !string.IsNullOrEmpty(pair.Value))
            .Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value!)}")
            .ToList();
        return given.Count == 0 ? "" : "?" + string.Join("&", given);
    }

    private Task ListForModelAsync<T>(string id, string rest, Func<IReadOnlyList<T>, Task<bool>> take, CancellationToken cancel) =>
        EachPageAsync("v2/dataModels/" + Uri.EscapeDataString(id) + rest, "data model " + id, ErrorCode.ModelNotFound, take, cancel);
}
