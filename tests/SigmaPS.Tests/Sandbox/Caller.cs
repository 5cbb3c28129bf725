using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;

namespace SigmaPS.Tests.Sandbox;

/// <summary>A sandbox and a bare HttpClient with a token: the subject of the test is the sandbox, not our client.</summary>
public sealed class Caller : IAsyncDisposable
{
    public const string PlugsOrders = "467bc369-5db7-4963-8172-b24a49dbc75b";

    private Caller(SandboxServer server)
    {
        Server = server;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.BaseUrl };
    }

    public SandboxServer Server { get; }

    public SandboxOrganization Organization => Server.Organization;

    public HttpClient Http { get; }

    public string Token { get; private set; } = "";

    public static async Task<Caller> StartAsync(Action<SandboxOptions>? set = null)
    {
        SandboxOptions options = new();
        set?.Invoke(options);
        Caller caller = new(await SandboxServer.StartAsync(options));
        caller.Token = (await caller.TokenAsync())["access_token"]!;
        caller.Server.Requests.Clear();
        return caller;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
    }

    public Task<Reply> TokenAsync() => FormAsync(new()
    {
        ["grant_type"] = "client_credentials",
        ["client_id"] = Organization.ClientId,
        ["client_secret"] = Organization.ClientSecret,
    });

    public async Task<Reply> FormAsync(Dictionary<string, string> fields, AuthenticationHeaderValue? authorization = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "v2/auth/token") { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Authorization = authorization;
        return await SendAsync(request);
    }

    public Task<Reply> GetAsync(string path, string? accept = "application/json") => SendAsync("GET", path, null, accept);

    public Task<Reply> PutAsync(string modelId, JsonNode body) => SendAsync("PUT", $"v2/dataModels/{modelId}/spec", body.ToJsonString());

    public Task<Reply> PostAsync(JsonNode body) => SendAsync("POST", "v2/dataModels/spec", body.ToJsonString());

    public async Task<JsonObject> SpecAsync(string modelId) => (await GetAsync($"v2/dataModels/{modelId}/spec")).Json.AsObject();

    public async Task<Reply> SendAsync(
        string method,
        string path,
        string? body = null,
        string? accept = "application/json",
        string contentType = "application/json")
    {
        using HttpRequestMessage request = new(new HttpMethod(method), path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, contentType);
        }

        return await SendAsync(request);
    }

    private async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        HttpResponseMessage message = await Http.SendAsync(request);
        return new Reply(message, await message.Content.ReadAsStringAsync());
    }
}
