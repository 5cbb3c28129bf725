using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Finds tables of the warehouse, and their columns, that Sigma's catalog does not contain.</summary>
internal static class UnknownTables
{
    public static readonly SpecRule Table = new(
        "unknown-table",
        IssueSeverity.Error,
        "With -Online: a path names a table that Sigma's catalog of the connection has.");
    public static readonly SpecRule Unsynced = new(
        "unsynced-table",
        IssueSeverity.Warning,
        "With -Online: Sigma's catalog has columns of the table.");
    public static readonly SpecRule Column = new(
        "unknown-table-column",
        IssueSeverity.Error,
        "With -Online: a column that is taken from a table exists and has not been removed from the warehouse.");
    public static readonly SpecCheck Check = new(Run, Table, Unsynced, Column);

    private const string Sync =
        "If it is new in the warehouse, sync the connection first: Invoke-SigmaRestMethod -Method POST -Path "
            + "v2/connections/<id>/sync.";

    private static void Run(ValidationContext scene, IssueCollector sink)
    {
        if (scene.Facts is not { } facts)
        {
            return;
        }

        foreach (var source in SourceWalker.All(scene, "warehouse-table"))
        {
            if (TableName.FromSource(source) is { } name && facts.Tables.TryGetValue(name, out var table) && IsKnown(facts, name))
            {
                CheckTable(source["path"]!, name, table, sink);
            }
        }

        foreach (
            var target in scene
                .Elements.Where(element => element.IsControl)
                .SelectMany(control => ElementIds.Objects(control.Json, "filters").Append(control.Json.Object("source"))))
        {
            // A control uses the column's name in the warehouse.
            if (target?.Object("source") is { } source && target["columnId"] is JsonString column)
            {
                CheckColumn(facts, source, column.Value, column, sink);
            }
        }

        if (scene.Model is { } model)
        {
            foreach (var place in FormulaField.All(model).Where(place => place.Value is not null))
            {
                foreach (var reference in place.References())
                {
                    if (place.Resolve(reference) is { Kind: ReferenceKind.OutOfSight, Source: { } source } found)
                    {
                        CheckColumn(facts, source, string.Join("/", reference.Steps.Skip(found.NameStep)), place.Value!, sink);
                    }
                }
            }
        }
    }

    private static bool IsKnown(OnlineFacts facts, TableName name) => facts.Connections?.ContainsKey(name.ConnectionId) != false;

    private static void CheckTable(JsonValue path, TableName name, TableFact table, IssueCollector sink)
    {
        var said = SchemaMessages.Cut(name.ToString());
        if (table.Kind is null)
        {
            sink.Report(
                Table,
                path,
                $"'{said}' does not exist in Sigma's catalog of this connection",
                "Check the spelling and the case of each step. " + Sync,
                "path");
        }
        else if (table.Kind == "scope")
        {
            sink.Report(
                Table,
                path,
                $"'{said}' is a database or schema and not a table",
                "Use the whole path, down to the table.",
                "path");
        }
        else if (table.Columns?.Count == 0)
        {
            sink.Report(Unsynced, path, $"Sigma's catalog contains the table '{said}' without its columns", Sync, "path");
        }
    }

    private static void CheckColumn(OnlineFacts facts, JsonObject source, string column, JsonValue at, IssueCollector sink)
    {
        if (
            TableName.FromSource(source) is not { } name
            || !facts.Tables.TryGetValue(name, out var table)
            || table.Columns is not { Count: > 0 } columns)
        {
            return;
        }

        var found = Find(
            columns.Keys,
            column,
            facts.Connections is { } connections
                && connections.TryGetValue(name.ConnectionId, out var connection)
                && !connection.UsesFriendlyNames);
        var said = $"column '{SchemaMessages.Cut(column)}' of the table '{SchemaMessages.Cut(name.ToString())}'";
        if (found is null)
        {
            var meant = SpellingSuggestion.To(column, columns.Keys.Concat(columns.Keys.Select(FriendlyName.FromRaw)));
            sink.Report(
                Column,
                at,
                $"the {said} does not exist",
                meant is null ? "List its columns with Get-SigmaTable and Get-SigmaTableColumn." : $"Did you mean '{meant}'?",
                column);
        }
        else if (columns[found] == "removed")
        {
            sink.Report(
                Column,
                at,
                $"the {said} has been removed from the warehouse",
                "Remove it together with the items that use it, or restore it in the warehouse.",
                column);
        }
    }

    // How Sigma splits names with digits is not certain, so with friendly names compare only letters and digits.
    private static string? Find(IEnumerable<string> columns, string name, bool exact) =>
        columns.FirstOrDefault(column => column == name) ?? (exact ? null : columns.FirstOrDefault(column => Plain(column) == Plain(name)));

    private static string Plain(string name) => new string(name.Where(char.IsLetterOrDigit).ToArray()).ToUpperInvariant();
}
