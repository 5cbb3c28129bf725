using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>
/// Adds order as in exports: the IDs in the sequence of columns, a folder's ID in place of its columns, without grouped columns (spec.md
/// section 9)
/// and without summary columns (section 3.1). IDs that the client listed keep their place; the others follow.
/// </summary>
internal static class ColumnOrder
{
    public static void Complete(JsonObject table)
    {
        string[] missing = [.. Wanted(table).Except(table.Texts("order"))];
        if (missing.Length == 0)
        {
            return;
        }

        JsonArray order = table["order"] as JsonArray ?? [];
        foreach (string id in missing)
        {
            order.Add(id);
        }

        table["order"] = order.Parent is null ? order : order.DeepClone();
    }

    private static IEnumerable<string> Wanted(JsonObject table)
    {
        Dictionary<string, string> folderOf = table.Items("folders")
            .SelectMany(f => f.Texts("items").Select(item => (Item: item, Folder: f.Text("id") ?? "")))
            .GroupBy(p => p.Item).ToDictionary(g => g.Key, g => g.First().Folder);
        HashSet<string> elsewhere =
        [
            .. table.Items("groupings").SelectMany(g => g.Texts("groupBy").Concat(g.Texts("calculations"))),
            .. table.Texts("summary"),
        ];
        return table.Items("columns").Select(c => c.Text("id")).OfType<string>().Where(id => !elsewhere.Contains(id))
            .Select(id => Outermost(id, folderOf)).Distinct();
    }

    // A folder may be inside another one. A folder that contains itself stays in place.
    private static string Outermost(string id, Dictionary<string, string> folderOf)
    {
        HashSet<string> seen = [id];
        while (folderOf.TryGetValue(id, out string? folder) && seen.Add(folder))
        {
            id = folder;
        }

        return id;
    }
}
