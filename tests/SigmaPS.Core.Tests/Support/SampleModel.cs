using System;
using System.Globalization;
using System.Linq;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Tests.Support;

/// <summary>A small model with one of each kind of thing, and edits of it in one line of text.</summary>
internal static class SampleModel
{
    public const string Id = "467bc369-5db7-4963-8172-b24a49dbc75b";
    public const string OtherId = "0b0e9e2c-6a5f-4a55-9c3e-2f6d3a1c7e10";

    public const string Text = """
        {
          "dataModelId": "467bc369-5db7-4963-8172-b24a49dbc75b",
          "name": "Shop",
          "description": "What the shop sells",
          "url": "https://app.sigmacomputing.com/acme/data-model/Shop-2901pYHmWLoCy81SHAH0o3",
          "documentVersion": 4,
          "latestDocumentVersion": 4,
          "ownerId": "own",
          "folderId": "3f1c2a70-0d77-4c1b-9a56-6f2f4f0d9d11",
          "createdBy": "own",
          "updatedBy": "ann",
          "createdAt": "2026-01-05T08:00:00.000Z",
          "updatedAt": "2026-02-06T09:30:00.000Z",
          "schemaVersion": 1,
          "pages": [
            {
              "id": "p1",
              "name": "Facts",
              "elements": [
                {
                  "id": "orders",
                  "kind": "table",
                  "source": {"connectionId": "conn", "kind": "warehouse-table", "path": ["DB", "SHOP", "ORDERS"]},
                  "columns": [
                    {"id": "c-id", "formula": "[ORDERS/Order Id]"},
                    {"id": "c-date", "formula": "[ORDERS/Order Date]"},
                    {"id": "c-cust", "formula": "[ORDERS/Customer Id]"},
                    {"id": "c-amount", "formula": "[ORDERS/Amount]", "name": "Amount", "format": {"kind": "number", "formatString": ",.2f"}},
                    {"id": "c-cost", "formula": "[ORDERS/Cost]"},
                    {"id": "c-net", "formula": "[Amount] - [Cost]", "name": "Net"}
                  ],
                  "name": "Orders",
                  "metrics": [{"id": "m-net", "formula": "Sum([Net])", "name": "Net Total"}],
                  "groupings": [{"id": "g1", "groupBy": ["c-date"], "calculations": ["c-cost"]}],
                  "relationships": [{"id": "r1", "targetElementId": "customers", "keys": [{"sourceColumnId": "c-cust", "targetColumnId": "k-id"}], "name": "Customer"}],
                  "filters": [{"id": "f1", "columnId": "c-amount", "kind": "number-range", "min": 0}],
                  "folders": [{"id": "fold", "name": "Money", "items": ["c-amount", "c-net"]}],
                  "order": ["c-id", "c-cust", "fold"],
                  "summary": ["c-net"],
                  "visibleAsSource": false,
                  "columnSecurities": [{"id": "s1", "criteria": {"kind": "no-one-can-view"}, "restrictedColumns": ["c-cost"]}],
                  "sort": [{"columnId": "c-date", "direction": "descending"}, {"columnId": "c-id", "direction": "ascending"}]
                },
                {
                  "kind": "control",
                  "controlId": "Least",
                  "id": "ctl",
                  "filters": [{"source": {"kind": "table", "elementId": "orders"}, "columnId": "c-amount"}],
                  "controlType": "number-range",
                  "min": 1
                }
              ]
            },
            {
              "id": "p2",
              "name": "Dimensions",
              "elements": [
                {
                  "id": "customers",
                  "kind": "table",
                  "source": {"connectionId": "conn", "kind": "warehouse-table", "path": ["DB", "SHOP", "CUSTOMERS"]},
                  "columns": [
                    {"id": "k-id", "formula": "[CUSTOMERS/Customer Id]"},
                    {"id": "k-name", "formula": "[CUSTOMERS/Customer Name]"}
                  ],
                  "order": ["k-id", "k-name"]
                }
              ]
            }
          ]
        }
        """;

    public static SpecDocument Document() => SpecDocument.Parse(Text, "the shop");

    /// <summary>
    /// The shop after some edits: "set pointer json", "add pointer json", "remove pointer", "swap pointer i j"; $orders is the first
    /// element.
    /// </summary>
    public static SpecDocument With(params string[] edits) => SpecDocument.From(Tree(edits), "the edited shop");

    /// <summary>The same as a tree, which may be an incomplete spec.</summary>
    public static JsonObject Tree(params string[] edits) => Changed(Trees.Object(Text), edits);

    /// <summary>Another document after some edits.</summary>
    public static SpecDocument Edited(SpecDocument document, params string[] edits) =>
        SpecDocument.From(Changed(document.Root, edits), "the edited document");

    /// <summary>A tree after some edits.</summary>
    public static JsonObject Changed(JsonObject root, string[] edits)
    {
        foreach (var edit in edits)
        {
            Edit(root, edit.Replace("$orders", "/pages/0/elements/0", StringComparison.Ordinal));
        }

        return root;
    }

    /// <summary>The value at a JSON pointer.</summary>
    public static JsonValue At(JsonValue root, string pointer) => pointer.Split('/').Skip(1).Aggregate(root, (at, step) => at switch
    {
        JsonObject o => o[step] ?? throw new ArgumentException($"no '{step}' in {pointer}"),
        JsonArray a => a[Index(step)],
        _ => throw new ArgumentException(pointer),
    });

    private static void Edit(JsonObject root, string edit)
    {
        var words = edit.Split(' ', 3);
        var cut = words[1].LastIndexOf('/');
        var (owner, last) = (At(root, words[1][..cut]), words[1][(cut + 1)..]);
        switch (words[0], owner)
        {
            case ("set", JsonObject o):
                o.Set(last, JsonTree.Parse(words[2]));
                break;
            case ("set", JsonArray a):
                a[Index(last)] = JsonTree.Parse(words[2]);
                break;
            case ("add", _):
                ((JsonArray)At(owner, "/" + last)).Add(JsonTree.Parse(words[2]));
                break;
            case ("remove", JsonObject o):
                o.Remove(last);
                break;
            case ("remove", JsonArray a):
                var gone = a[Index(last)];
                a.RemoveAll(item => ReferenceEquals(item, gone));
                break;
            case ("swap", _):
                var list = (JsonArray)At(owner, "/" + last);
                var (i, j) = (Index(words[2].Split(' ')[0]), Index(words[2].Split(' ')[1]));
                (list[i], list[j]) = (list[j], list[i]);
                break;
            default:
                throw new ArgumentException(edit);
        }
    }

    private static int Index(string step) => int.Parse(step, CultureInfo.InvariantCulture);
}
