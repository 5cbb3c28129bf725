using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>The response of a handler. Spec endpoints may respond in YAML, all others respond in JSON (sigma-api.md section 4.3).</summary>
internal sealed record Answer(JsonNode Body, int Status = 200, bool MayBeYaml = false)
{
    public static Answer Empty => new(new JsonObject());
}
