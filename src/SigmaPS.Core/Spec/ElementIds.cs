using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec;

/// <summary>The IDs of the items of a spec.</summary>
internal static class ElementIds
{
    /// <summary>The IDs of an element's columns and metrics.</summary>
    public static IEnumerable<string> Columns(JsonObject element) => Ids(element, "columns").Concat(Ids(element, "metrics"));

    /// <summary>The IDs of a list of objects.</summary>
    public static IEnumerable<string> Ids(JsonObject owner, string list) => Objects(owner, list).Select(Id);

    /// <summary>The objects of a list; other values are skipped.</summary>
    public static IEnumerable<JsonObject> Objects(JsonObject? owner, string list) =>
        owner?.Array(list)?.Objects ?? Enumerable.Empty<JsonObject>();

    /// <summary>The ID of an object; empty without one.</summary>
    public static string Id(JsonObject o) => o.Text("id") ?? "";
}
