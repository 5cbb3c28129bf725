using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Suggests the text for a missing key.</summary>
internal static class MissingAdvice
{
    // Words that people and converters write instead.
    private static readonly Dictionary<string, string[]> Instead = new()
    {
        ["statement"] = new[] { "sql", "query", "customSql" },
        ["path"] = new[] { "table", "tablePath" },
        ["formula"] = new[] { "expression", "sql" },
        ["targetElementId"] = new[] { "elementId", "target" },
        ["matches"] = new[] { "columns" },
        ["keys"] = new[] { "columns", "joinConditions" },
    };

    private static readonly Dictionary<string, string> Written = new()
    {
        ["schemaVersion"] = "Add \"schemaVersion\": 1.",
        ["pages"] = "Add \"pages\": [ … ]; a PUT replaces the whole model, so a part of a spec is never sent.",
        ["elements"] = "Add \"elements\": [] for a page without any.",
        ["columns"] = "Add \"columns\": [] for a table without any.",
        ["formula"] = "Add \"formula\": \"[TABLE/Column]\", or \"\" for a column without one.",
        ["joins"] =
            "A join is written as \"joins\": [{ \"left\": source, \"right\": source, \"columns\": [{ \"left\": \"[Key]\", \"right\": "
                + "\"[Key]\" }], \"joinType\": \"left-outer\" }], one item per leg.",
        ["statement"] = "Add \"statement\": \"select …\".",
        ["connectionId"] = "Add \"connectionId\": the ID of the connection that contains the table.",
        ["path"] = "Add \"path\": [ \"DATABASE\", \"SCHEMA\", \"TABLE\" ].",
        ["keys"] = "Add \"keys\": [{ \"sourceColumnId\": …, \"targetColumnId\": … }].",
    };

    public static string For(SchemaKey key, JsonObject o, SchemaType type)
    {
        var unknown = o.Select(member => member.Name).Where(name => type.Find(name) is null).ToList();
        var wrong = (Instead.TryGetValue(key.Name, out var words) ? words.FirstOrDefault(unknown.Contains) : null)
            ?? unknown.FirstOrDefault(name => SpellingSuggestion.To(name, new[] { key.Name }) is not null);
        return wrong is not null ? $"Rename '{SchemaMessages.Cut(wrong)}' to '{key.Name}'."
            : type.Name == "root" && key.Name == "pages" && o.Has("document")
                ? "This looks like a workbook. The content of a data model is directly in 'pages', not in 'document'."
            : Written.TryGetValue(key.Name, out var advice) ? advice
            : Schema.Allowed(key.Form) is { } allowed ? $"Add \"{key.Name}\": one of {SchemaMessages.List(allowed)}."
            : type.By == key.Name ? $"Add \"{key.Name}\": one of {SchemaMessages.List(type.Branches.Keys)}."
            : $"Add \"{key.Name}\".";
    }
}
