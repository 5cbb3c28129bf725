using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>Kinds of elements and sources in the organization's models that the sheets lack, because the service is newer
/// than any schema (spec.md section 4).</summary>
internal sealed class NewerKinds
{
    private readonly HashSet<string> _elements;
    private readonly HashSet<string> _sources;

    public NewerKinds(SandboxOrganization organization)
    {
        JsonObject[] elements = [.. organization.Models.SelectMany(m => SpecParts.Elements(m.Latest.Pages))];
        _elements = [.. elements.Select(e => e.Text("kind")).OfType<string>().Where(k => k is not ("table" or "control"))];
        _sources = [.. elements.Select(e => e["source"].Text("kind")).OfType<string>().Where(k => !SourceShapes.ByKind.ContainsKey(k))];
    }

    public bool HasElement(string? kind) => kind is not null && _elements.Contains(kind);

    public bool HasSource(string? kind) => kind is not null && _sources.Contains(kind);
}
