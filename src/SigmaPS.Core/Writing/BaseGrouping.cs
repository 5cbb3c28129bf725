using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Writing;

/// <summary>
/// A GET may show groupingId "base" on a source; a POST with it fails with "Grouping not found: 'base'" (spec sheet, section 4).
/// </summary>
internal static class BaseGrouping
{
    /// <summary>Removes it from every source.</summary>
    public static void Remove(JsonValue value)
    {
        switch (value)
        {
            case JsonArray items:
                foreach (var item in items)
                {
                    Remove(item);
                }

                break;
            case JsonObject members:
                if (members.Has("kind") && members.Text("groupingId") == "base")
                {
                    members.Remove("groupingId");
                }

                foreach (var member in members)
                {
                    Remove(member.Value);
                }

                break;
            default:
                break;
        }
    }
}
