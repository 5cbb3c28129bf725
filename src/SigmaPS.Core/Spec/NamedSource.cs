using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec;

/// <summary>A source of an element and the prefix of its columns in formulas.</summary>
/// <param name="Source">The source object.</param>
/// <param name="Prefix">The prefix; null if the document does not contain it, as for an element of another model.</param>
internal sealed record NamedSource(JsonObject Source, string? Prefix)
{
    /// <summary>Whether the columns come from a warehouse table, whose names Sigma can show in friendly form.</summary>
    public bool IsWarehouseTable => Source.Text("kind") == "warehouse-table";
}
