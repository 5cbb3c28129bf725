using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;

namespace SigmaPS.Tests.Sandbox;

/// <summary>A response of the sandbox, read to its end.</summary>
public sealed record Reply(HttpResponseMessage Message, string Text)
{
    public int Status => (int)Message.StatusCode;

    public string ContentType => Message.Content.Headers.ContentType?.MediaType ?? "";

    public JsonNode Json => JsonNode.Parse(Text)!;

    public IReadOnlyList<JsonObject> Entries => [.. Json["entries"]!.AsArray().Select(e => e!.AsObject())];

    public string? this[string key] => Json[key]?.ToString();

    public string? Header(string name) => Message.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.First() : null;
}
