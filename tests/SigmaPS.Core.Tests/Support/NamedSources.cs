using System.Text.Json.Nodes;

namespace SigmaPS.Core.Tests.Support;

/// <summary>The sources of the elements of a <see cref="NamedModel"/>.</summary>
internal static class NamedSources
{
    /// <summary>Raw warehouse names and their friendly forms, written by hand.</summary>
    internal static readonly (string Raw, string Friendly)[] Warehouse =
    [
        ("ORDER_ID", "Order Id"), ("AMOUNT", "Amount"), ("NUMBER_OF_EMPLOYEES", "Number of Employees"), ("UPDATED_AT", "Updated At"),
        ("CUSTOMER_KEY", "Customer Key"), ("REGION", "Region"), ("SKU", "Sku"), ("DAY_OF_WEEK_NUM", "Day of Week Num"),
    ];

    internal static JsonObject Plain(string name) =>
        new()
        {
            ["connectionId"] = "conn",
            ["kind"] = "warehouse-table",
            ["path"] = new JsonArray("DB", "S", name),
        };

    internal static JsonObject From(NamedTable source) => new() { ["elementId"] = source.Id, ["kind"] = "table" };
}
