using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;

namespace SigmaPS.Core.Api;

/// <summary>The operations of the service: one method per endpoint.</summary>
/// <remarks>Paths and fields follow the API's published description. Lists are read to their end by cursor.</remarks>
public sealed partial class SigmaClient
{
    private readonly SigmaHttpClient _transport;
    private readonly ILog _log;

    /// <summary>Creates a client that reports to one log.</summary>
    /// <param name="transport">The session's HTTP client.</param>
    /// <param name="log">Receives the verbose lines and warnings.</param>
    public SigmaClient(SigmaHttpClient transport, ILog log)
    {
        _transport = transport;
        _log = new RedactedLog(log, transport.Secrets.Redact);
    }

    /// <summary>The log of this client; it redacts secrets.</summary>
    public ILog Log => _log;

    /// <summary>Creates a client of the same session that reports to another log.</summary>
    internal SigmaClient WithLog(ILog log) => new(_transport, log);

    /// <summary>The session's HTTP client, which contains the state of the whole session.</summary>
    internal SigmaHttpClient Transport => _transport;

    /// <summary>Whether the session reports a fact for the first time.</summary>
    /// <param name="fact">The fact.</param>
    internal bool IsFirst(string fact) => _transport.Reported.TryAdd(fact, true);

    /// <summary>The present time of the session's clock.</summary>
    public DateTimeOffset Now => _transport.Now;

    /// <summary>How long a request may take with all its retries and waits.</summary>
    public TimeSpan Patience => _transport.Patience.TotalTimeout;

    /// <summary>Waits on the session's clock.</summary>
    /// <param name="time">The duration.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>A task.</returns>
    public Task WaitAsync(TimeSpan time, CancellationToken cancel) => _transport.WaitAsync(time, cancel);

    /// <summary>GET /v2/whoami: the owner of the credentials.</summary>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>Member and organization.</returns>
    public async Task<Identity> WhoAmIAsync(CancellationToken cancel)
    {
        var request = new ApiRequest(HttpMethod.Get, "v2/whoami")
        {
            About = "the check of the session",
            MostPatience = TimeSpan.FromSeconds(30),
            WhenMissing = ErrorCode.AuthenticationFailed,
        };
        var response = await SendAsync(request, cancel).ConfigureAwait(false);
        var identity = Identity.TryRead(response.Text) ?? ApiJson.Read<Identity>(response, request.About);
        return !string.IsNullOrEmpty(identity.UserId) && !string.IsNullOrEmpty(identity.OrganizationId)
            ? identity
            : throw ApiErrors.NoIdentity(identity, response);
    }

    /// <summary>GET /v2/dataModels, page by page.</summary>
    /// <param name="wholeOrganization">True for all models of the organization, which only admins may list.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The list.</returns>
    public IAsyncEnumerable<DataModelEntry> ListDataModelsAsync(bool wholeOrganization, CancellationToken cancel) =>
        ListAsync<DataModelEntry>(
            "v2/dataModels?excludeTags=true" + (wholeOrganization ? "&skipPermissionCheck=true" : ""),
            "the list of data models",
            ErrorCode.RequestRefused,
            cancel);

    /// <summary>GET /v2/dataModels/{id}.</summary>
    /// <param name="id">The UUID.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The model.</returns>
    public async Task<DataModelEntry> GetDataModelAsync(string id, CancellationToken cancel)
    {
        var request = ForModel(HttpMethod.Get, id, "?excludeTags=true");
        return ApiJson.Read<DataModelEntry>(await SendAsync(request, cancel).ConfigureAwait(false), request.About!);
    }

    /// <summary>GET /v2/dataModels/{id}/spec, parsed once.</summary>
    /// <param name="id">The UUID.</param>
    /// <param name="version">An older version; null for the latest.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The document and its exact text.</returns>
    public async Task<LiveSpec> GetSpecAsync(string id, long? version, CancellationToken cancel)
    {
        var sendsBefore = SendsOf(id);
        var response = await GetSpecTextAsync(id, version, cancel).ConfigureAwait(false);
        return LiveSpec.Parse(response, id) with { ReadAt = Now, SendsBefore = sendsBefore };
    }

    /// <summary>GET /v2/dataModels/{id}/spec as the exact text. A response in YAML, which was observed, is converted to JSON.</summary>
    /// <param name="id">The UUID.</param>
    /// <param name="version">An older version; null for the latest.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The response, which was not checked.</returns>
    public async Task<ApiResponse> GetSpecTextAsync(string id, long? version, CancellationToken cancel)
    {
        var query = version is { } number ? "?documentVersion=" + number.ToString(CultureInfo.InvariantCulture) : "";
        var request = ForModel(HttpMethod.Get, id, "/spec" + query, part: RequestedPart.Version(id, version));
        var response = await SendAsync(request, cancel).ConfigureAwait(false);
        return SpecResponse.AsJson(response, id);
    }

    /// <summary>GET /v2/dataModels/{id}/spec for a write that waits for it directly before its own send.</summary>
    /// <param name="id">The UUID.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The document and its exact text.</returns>
    internal async Task<LiveSpec> GetSpecWithinAsync(string id, CancellationToken cancel)
    {
        var response = await _transport.SendWithinAsync(ForModel(HttpMethod.Get, id, "/spec"), _log, cancel).ConfigureAwait(false);
        return LiveSpec.Parse(SpecResponse.AsJson(response, id), id);
    }

    /// <summary>Creates the check for a write of a model whose live version was just compared.</summary>
    /// <param name="id">The UUID.</param>
    /// <param name="checkedAt">When the live model was read.</param>
    /// <param name="sendsBefore">How many writes of the model the session had sent before that.</param>
    /// <param name="check">Checks again; it throws if the write must not be sent.</param>
    /// <returns>The check for the write's request.</returns>
    internal FreshnessCheck FreshSince(string id, DateTimeOffset checkedAt, long sendsBefore, Func<CancellationToken, Task> check) =>
        new(checkedAt, _transport.Time, Turn(id), sendsBefore, check);

    // A model that is only read gets no turn.
    private long SendsOf(string id) => _transport.Turns.TryGetValue(id, out var turn) ? turn.Sends : 0;

    private WriteTurn Turn(string id) => _transport.Turns.GetOrAdd(id, _ => new WriteTurn());

    /// <summary>PUT /v2/dataModels/{id}/spec: replaces the whole content and creates a version.</summary>
    /// <param name="id">The UUID.</param>
    /// <param name="body">The spec as JSON.</param>
    /// <param name="cancel">Cancels the request and any wait; a request that was sent may still be applied.</param>
    /// <param name="write">The write that this request sends.</param>
    /// <param name="freshness">The check of the live version, which must be fresh at each send.</param>
    /// <returns>The response.</returns>
    internal Task<ApiResponse> PutSpecAsync(
        string id,
        string body,
        CancellationToken cancel,
        InFlightWrite? write = null,
        FreshnessCheck? freshness = null) => SendAsync(ForModel(HttpMethod.Put, id, "/spec", body, write, freshness), cancel);

    /// <summary>GET /v2/dataModels/{id}/elements, all pages. It also lists elements that a spec cannot represent.</summary>
    /// <param name="id">The UUID.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The elements.</returns>
    public Task<List<ElementEntry>> GetElementsAsync(string id, CancellationToken cancel) =>
        ListForModelAsync<ElementEntry>(id, "/elements", cancel).ToListAsync(cancel);

    /// <summary>GET /v2/dataModels/{id}/columns, all pages. This is the only check of formulas in the API.</summary>
    /// <param name="id">The UUID.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The columns.</returns>
    public Task<List<ColumnEntry>> GetColumnsAsync(string id, CancellationToken cancel) =>
        ListForModelAsync<ColumnEntry>(id, "/columns", cancel).ToListAsync(cancel);

    /// <summary>GET /v2.1/members by e-mail address.</summary>
    /// <param name="email">The address.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The members with this address.</returns>
    public async Task<List<MemberEntry>> FindMembersAsync(string email, CancellationToken cancel)
    {
        var path = "v2.1/members?email=" + Uri.EscapeDataString(email);
        var found = await ListAsync<MemberEntry>(path, "the list of members", ErrorCode.RequestRefused, cancel)
            .ToListAsync(cancel)
            .ConfigureAwait(false);
        found.ForEach(member => MemberLookup.Keep(this, member));
        return found;
    }

    private static ApiRequest ForModel(
        HttpMethod method,
        string id,
        string rest,
        string? body = null,
        InFlightWrite? write = null,
        FreshnessCheck? freshness = null,
        RequestedPart? part = null) =>
        new(method, "v2/dataModels/" + Uri.EscapeDataString(id) + rest)
        {
            Part = part,
            Body = body,
            Write = write,
            Freshness = freshness,
            About = "data model " + id,
            WhenMissing = ErrorCode.ModelNotFound,
        };

    /// <summary>Sends a request with this client's log.</summary>
    internal Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancel) => _transport.SendAsync(request, _log, cancel);
}
