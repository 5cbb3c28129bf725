using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>What a handler answers with. Spec endpoints may answer YAML, all others JSON (sigma-api.md section 4.3).</summary>
internal sealed record Answer(JsonNode Body, int Status = 200, bool MayBeYaml = false)
{
    public static Answer Empty => new(new JsonObject());
}
