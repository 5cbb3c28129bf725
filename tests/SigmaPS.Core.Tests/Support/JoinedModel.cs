using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Tests.Support;

/// <summary>A second sound model: joins, unions, transpositions, another model's element, and controls of many types.</summary>
internal static class JoinedModel
{
    public const string Text = """
        {
          "dataModelId": "5b1f6c0e-7c3e-4a55-9d3a-2a9c5d1b7f10",
          "name": "Depot",
          "schemaVersion": 1,
          "pages": [
            {
              "id": "p",
              "name": "Page",
              "elements": [
                {"id": "a", "kind": "table", "name": "Stock", "description": "d", "source": {"kind": "warehouse-table", "connectionId": "c", "path": ["DB", "S", "STOCK"]},
                 "columns": [{"id": "a1", "formula": "[STOCK/Sku]"}, {"id": "a2", "formula": "[STOCK/Amount]"}, {"id": "a3", "formula": "[STOCK/Day]"}],
                 "filters": [
                   {"id": "f1", "columnId": "a3", "kind": "date-range", "mode": "last", "value": 3, "unit": "day", "includeToday": true},
                   {"id": "f2", "columnId": "a2", "kind": "top-n", "rankingFunction": "rank", "mode": "top-n", "rowCount": 5},
                   {"id": "f3", "columnId": "a1", "kind": "text-match", "mode": "contains", "value": "x"},
                   {"id": "f4", "columnId": "a1", "kind": "list", "mode": "include", "values": ["x"]}
                 ]},
                {"id": "b", "kind": "table", "name": "Depots", "description": "d", "source": {"kind": "warehouse-table", "connectionId": "c", "path": ["DB", "S", "DEPOTS"]},
                 "columns": [{"id": "b1", "formula": "[DEPOTS/Sku]"}, {"id": "b2", "formula": "[DEPOTS/City]"}]},
                {"id": "j", "kind": "table", "name": "Joined", "description": "d",
                 "source": {"kind": "join", "primarySource": {"kind": "table", "elementId": "a"}, "joins": [
                   {"left": {"kind": "table", "elementId": "a"}, "right": {"kind": "table", "elementId": "b"}, "columns": [{"left": "[Sku]", "right": "[Sku]"}], "joinType": "left-outer"}]},
                 "columns": [{"id": "j1", "formula": "[Stock/Sku]"}, {"id": "j2", "formula": "[Depots/City]"}]},
                {"id": "u", "kind": "table", "description": "d",
                 "source": {"kind": "union", "sources": [{"kind": "table", "elementId": "a"}, {"kind": "table", "elementId": "b"}], "matches": [
                   {"outputColumnName": "Sku", "sourceColumns": ["[Sku]", "[Sku]"]}, {"outputColumnName": "City", "sourceColumns": [null, "[City]"]}]},
                 "columns": [{"id": "u1", "formula": "[Union of 2 Sources/Sku]"}]},
                {"id": "t", "kind": "table", "name": "Turned", "description": "d",
                 "source": {"kind": "transpose", "direction": "row-to-column", "source": {"kind": "table", "elementId": "a"}, "outputColumns": ["Jan"], "columnToTranspose": "Day", "valueColumn": "Amount", "aggregate": "sum"},
                 "columns": [{"id": "t1", "formula": "[Transpose of Stock/Jan]"}]},
                {"id": "m", "kind": "table", "name": "Elsewhere", "description": "d", "source": {"kind": "data-model", "dataModelId": "0d8c6f2e-6d2b-4f5e-8f1a-9b7a3c5e1d20", "elementId": "x"},
                 "columns": [{"id": "m1", "formula": "[Whatever/Name]"}]},
                {"id": "k1", "kind": "control", "controlId": "Pick", "controlType": "list", "mode": "include", "selectionMode": "multiple", "values": [], "source": {"kind": "source", "source": {"kind": "table", "elementId": "a"}, "columnId": "a1"}},
                {"id": "k2", "kind": "control", "controlId": "Step", "controlType": "slider", "mode": "<=", "low": 0, "high": 9, "parameters": [{"kind": "data-model", "dataModelId": "5b1f6c0e-7c3e-4a55-9d3a-2a9c5d1b7f10", "controlId": "Pick"}]},
                {"id": "k3", "kind": "control", "controlId": "When", "controlType": "date-range", "mode": "between"},
                {"id": "k4", "kind": "control", "controlId": "Flag", "controlType": "switch", "mode": "True/All", "value": true},
                {"id": "k5", "kind": "control", "controlId": "Manual", "controlType": "segmented", "source": {"kind": "manual", "valueType": "text", "values": ["a"], "labels": [null]}}
              ]
            }
          ]
        }
        """;

    /// <summary>
    /// The depot after one edit; the elements are 0 Stock, 1 Depots, 2 Joined, 3 the union, 4 Turned, 5 Elsewhere, then controls.
    /// </summary>
    public static JsonObject Tree(params string[] edits) =>
        SampleModel.Changed(
            Trees.Object(Text),
            [.. System.Linq.Enumerable.Select(edits, edit => edit.Replace("$", "/pages/0/elements/", System.StringComparison.Ordinal))]);
}
