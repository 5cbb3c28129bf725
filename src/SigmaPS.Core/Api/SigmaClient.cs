using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;

namespace SigmaPS.Core.Api;

/// <summary>The service's operations: one method an endpoint.</summary>
/// <remarks>Paths and fields are those of the API's published description; lists are followed to their end by cursor.</remarks>
public sealed partial class SigmaClient
{
    private readonly SigmaHttpClient _transport;
    private readonly ILog _log;

    /// <summary>Makes a client that reports to one log.</summary>
    /// <param name="transport">The session's transport.</param>
    /// <param name="log">Where to say what is done.</param>
    public SigmaClient(SigmaHttpClient transport, ILog log)
    {
        _transport = transport;
        _log = new RedactedLog(log, transport.Secrets);
    }

    /// <summary>Where this client says what it does.</summary>
    public ILog Log => _log;

    /// <summary>A client of the same session that reports to another log.</summary>
    internal SigmaClient WithLog(ILog log) => new(_transport, log);

    /// <summary>The session's transport: what belongs to the session as a whole is kept by it.</summary>
    internal SigmaHttpClient Transport => _transport;

    /// <summary>Whether the session has not reported a fact before.</summary>
    /// <param name="fact">The fact.</param>
    internal bool IsFirst(string fact) => _transport.Reported.TryAdd(fact, true);

    /// <summary>The time by the session's clock.</summary>
    public DateTimeOffset Now => _transport.Now;

    /// <summary>How long the session is ready to wait.</summary>
    public TimeSpan Patience => _transport.Patience.TotalTimeout;

    /// <summary>Waits by the session's clock.</summary>
    /// <param name="time">How long.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>A task.</returns>
    public Task WaitAsync(TimeSpan time, CancellationToken cancel) => _transport.WaitAsync(time, cancel);

    /// <summary>GET /v2/whoami: who the credentials belong to.</summary>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>Member and organisation.</returns>
    public async Task<Identity> WhoAmIAsync(CancellationToken cancel)
    {
        var request = new ApiRequest(HttpMethod.Get, "v2/whoami") { About = "the check of the session", MostPatience = TimeSpan.FromSeconds(30), WhenMissing = ErrorCode.AuthenticationFailed };
        var answer = await SendAsync(request, cancel).ConfigureAwait(false);
        var identity = ApiJson.Read<Identity>(answer, request.About);
        return !string.IsNullOrEmpty(identity.UserId) && !string.IsNullOrEmpty(identity.OrganizationId)
            ? identity
            : throw new SigmaEngineException(ErrorCode.UnexpectedAnswer, $"Sigma's response for {request.About} does not name {(string.IsNullOrEmpty(identity.OrganizationId) ? "an organization" : "a user")}, so no session was made.") { Status = answer.Status, RequestId = answer.RequestId };
    }

    /// <summary>GET /v2/dataModels, page by page; the next page is asked for when the last one has been taken.</summary>
    /// <param name="wholeOrganization">True for all models of the organisation, which admins may ask for.</param>
    /// <param name="take">Takes a page's entries; false ends the listing.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>A task that ends with the list.</returns>
    public Task ListDataModelsAsync(bool wholeOrganization, Func<IReadOnlyList<DataModelEntry>, Task<bool>> take, CancellationToken cancel) =>
        EachPageAsync("v2/dataModels?excludeTags=true" + (wholeOrganization ? "&skipPermissionCheck=true" : ""), "the list of data models", ErrorCode.RequestRefused, take, cancel);

    /// <summary>GET /v2/dataModels/{id}.</summary>
    /// <param name="id">The UUID.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The model.</returns>
    public async Task<DataModelEntry> GetDataModelAsync(string id, CancellationToken cancel)
    {
        var request = ForModel(HttpMethod.Get, id, "?excludeTags=true");
        return ApiJson.Read<DataModelEntry>(await SendAsync(request, cancel).ConfigureAwait(false), request.About!);
    }

    /// <summary>GET /v2/dataModels/{id}/spec as the exact text; an answer in YAML, which has been seen, is turned into JSON.</summary>
    /// <param name="id">The UUID.</param>
    /// <param name="version">An older version; null for the latest.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The answer.</returns>
    public async Task<ApiResponse> GetSpecAsync(string id, long? version, CancellationToken cancel)
    {
        var query = version is { } number ? "?documentVersion=" + number.ToString(CultureInfo.InvariantCulture) : "";
        var answer = await SendAsync(ForModel(HttpMethod.Get, id, "/spec" + query), cancel).ConfigureAwait(false);
        return SpecResponse.AsJson(answer, id);
    }

    /// <summary>The same for the latest version, on behalf of a write that waits for it directly before its own send.</summary>
    /// <param name="id">The UUID.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The answer.</returns>
    internal async Task<ApiResponse> GetSpecWithinAsync(string id, CancellationToken cancel) =>
        SpecResponse.AsJson(await _transport.SendWithinAsync(ForModel(HttpMethod.Get, id, "/spec"), _log, cancel).ConfigureAwait(false), id);

    /// <summary>How many writes of a model the session has sent so far; asked before the live state is read.</summary>
    /// <param name="id">The UUID.</param>
    internal long SendsOf(string id) => Turn(id).Sends;

    /// <summary>A check of the live state that was passed at a time, for a write of a model.</summary>
    /// <param name="id">The UUID.</param>
    /// <param name="checkedAt">The time.</param>
    /// <param name="sendsBefore">What <see cref="SendsOf"/> gave before the live state was read.</param>
    /// <param name="check">Checks again.</param>
    /// <returns>What the write's request carries.</returns>
    internal FreshnessCheck FreshSince(string id, DateTimeOffset checkedAt, long sendsBefore, Func<CancellationToken, Task> check) =>
        new(checkedAt, _transport.Time, Turn(id), sendsBefore, check);

    private WriteTurn Turn(string id) => _transport.Turns.GetOrAdd(id, _ => new WriteTurn());

    /// <summary>PUT /v2/dataModels/{id}/spec: replaces the whole content and makes a version.</summary>
    /// <param name="id">The UUID.</param>
    /// <param name="body">The representation.</param>
    /// <param name="cancel">Ends any wait; what was sent may have been applied all the same.</param>
    /// <param name="write">The write that this is the sending of.</param>
    /// <param name="freshness">The check of the live version, which has to be fresh at each send.</param>
    /// <returns>The answer.</returns>
    internal Task<ApiResponse> PutSpecAsync(string id, string body, CancellationToken cancel, InFlightWrite? write = null, FreshnessCheck? freshness = null) =>
        SendAsync(ForModel(HttpMethod.Put, id, "/spec", body, write, freshness), cancel);

    /// <summary>GET /v2/dataModels/{id}/elements, whole: it also shows what no representation holds.</summary>
    /// <param name="id">The UUID.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The elements.</returns>
    public Task<List<ElementEntry>> GetElementsAsync(string id, CancellationToken cancel) => AllAsync<ElementEntry>(id, "/elements", cancel);

    /// <summary>GET /v2/dataModels/{id}/columns, whole: the only check of formulas that the API has.</summary>
    /// <param name="id">The UUID.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The columns.</returns>
    public Task<List<ColumnEntry>> GetColumnsAsync(string id, CancellationToken cancel) => AllAsync<ColumnEntry>(id, "/columns", cancel);

    /// <summary>GET /v2.1/members by e-mail address.</summary>
    /// <param name="email">The address.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The members with it.</returns>
    public async Task<List<MemberEntry>> FindMembersAsync(string email, CancellationToken cancel)
    {
        var found = new List<MemberEntry>();
        await EachPageAsync<MemberEntry>("v2.1/members?email=" + Uri.EscapeDataString(email), "the list of members", ErrorCode.RequestRefused, page => Add(found, page), cancel).ConfigureAwait(false);
        MemberLookup.Keep(this, found);
        return found;
    }

    private static ApiRequest ForModel(HttpMethod method, string id, string rest, string? body = null, InFlightWrite? write = null, FreshnessCheck? freshness = null) =>
        new(method, "v2/dataModels/" + Uri.EscapeDataString(id) + rest) { Body = body, Write = write, Freshness = freshness, About = "data model " + id, WhenMissing = ErrorCode.ModelNotFound };

    private static Task<bool> Add<T>(List<T> all, IReadOnlyList<T> page)
    {
        all.AddRange(page);
        return Task.FromResult(true);
    }

    private async Task<List<T>> AllAsync<T>(string id, string rest, CancellationToken cancel)
    {
        var all = new List<T>();
        await EachPageAsync<T>("v2/dataModels/" + Uri.EscapeDataString(id) + rest, "data model " + id, ErrorCode.ModelNotFound, page => Add(all, page), cancel).ConfigureAwait(false);
        return all;
    }

    /// <summary>Sends a request of the engine's own making with this client's log.</summary>
    internal Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancel) => _transport.SendAsync(request, _log, cancel);
}
