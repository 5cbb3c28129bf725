using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SigmaPS.Sandbox;

/// <summary>A request for the handlers.</summary>
internal sealed class ApiRequest(HttpContext http, SandboxOrganization organization)
{
    public SandboxOrganization Organization { get; } = organization;

    public SandboxOptions Options => Organization.Options;

    public RecordedRequest Recorded => http.Recorded();

    public Fault? Fault => http.Fault();

    /// <summary>The address of the sandbox, as the caller wrote it.</summary>
    public Uri Address => new($"{http.Request.Scheme}://{http.Request.Host}/");

    /// <summary>The member that the request acts as.</summary>
    public string UserId => Organization.Tokens.OwnerOf(Bearer(http)) ?? Organization.ApiUser.Id;

    /// <summary>The token of a request; empty without one.</summary>
    public static string Bearer(HttpContext http)
    {
        string header = http.Request.Headers.Authorization.ToString();
        return header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : "";
    }

    public string Route(string name) => (string)http.GetRouteValue(name)!;

    /// <summary>A query value; null if absent or empty.</summary>
    public string? Query(string name) => http.Request.Query[name].LastOrDefault(v => !string.IsNullOrEmpty(v));

    public string[] QueryAll(string name) => [.. http.Request.Query[name].OfType<string>()];

    public bool QueryFlag(string name) =>
        Query(name) is string text
        && (
            text.Equals("true", StringComparison.OrdinalIgnoreCase)
            || (
                text.Equals("false", StringComparison.OrdinalIgnoreCase)
                    ? false
                    : throw ApiProblem.Invalid($"{name}: Invalid boolean: \"{text}\"")));

    public int? QueryNumber(string name) => Query(name) is not string text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
        : throw ApiProblem.Invalid($"{name}: Invalid number: \"{text}\"");

    /// <summary>A field of an application/x-www-form-urlencoded body.</summary>
    public string? Form(string name) => http.Request.Form.TryGetValue(name, out var values) ? values.ToString() : null;

    public string? Header(string name) => http.Request.Headers[name].FirstOrDefault();

    /// <summary>The body as a JSON object; it is parsed as YAML if the content type is YAML.</summary>
    public JsonObject Body(bool mayBeYaml = false)
    {
        JsonNode? body;
        try
        {
            body = mayBeYaml && IsYaml(Recorded.ContentType) ? YamlReader.Read(Recorded.Body) : SpecText.Parse(Recorded.Body);
        }
        catch (Exception broken) when (broken is JsonException or FormatException)
        {
            throw ApiProblem.Invalid("Syntax error: " + broken.Message);
        }

        return body as JsonObject ?? throw ApiProblem.Invalid("Invalid object");
    }

    private static bool IsYaml(string? contentType) => contentType?.Contains("yaml", StringComparison.OrdinalIgnoreCase) == true;
}
