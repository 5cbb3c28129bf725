using System;
using System.Collections.Generic;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Spec.Validation;

namespace SigmaPS.Core.Lookup;

/// <summary>The items outside a spec that it refers to, to be looked up in the organization.</summary>
internal sealed class ExternalReferences
{
    public HashSet<string> Connections { get; } = new(StringComparer.Ordinal);

    public HashSet<TableName> Tables { get; } = new();

    public HashSet<string> Models { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Members { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Folders { get; } = new(StringComparer.Ordinal);

    /// <summary>Collects the references of a tree, which may be invalid.</summary>
    public static ExternalReferences FromTree(JsonValue root)
    {
        var needs = new ExternalReferences();
        needs.Check((root as JsonObject)?["pages"]);
        if ((root as JsonObject)?.Text("folderId") is { Length: > 0 } folder)
        {
            needs.Folders.Add(folder);
        }

        return needs;
    }

    private void Check(JsonValue? value)
    {
        if (value is JsonArray items)
        {
            foreach (var item in items)
            {
                Check(item);
            }
        }
        else if (value is JsonObject o)
        {
            Add(o);
            foreach (var member in o)
            {
                Check(member.Value);
            }
        }
    }

    private void Add(JsonObject o)
    {
        if (o.Text("kind") is "warehouse-table" or "sql" && o.Text("connectionId") is { Length: > 0 } connection)
        {
            Connections.Add(connection);
            if (TableName.FromSource(o) is { } table)
            {
                Tables.Add(table);
            }
        }
        else if (o.Text("kind") == "data-model" && o.Text("dataModelId") is { Length: > 0 } model)
        {
            Models.Add(model);
        }
        else if (o.Text("type") == "user" && o.Text("userId") is { Length: > 0 } user)
        {
            Members.Add(user);
        }
    }
}
