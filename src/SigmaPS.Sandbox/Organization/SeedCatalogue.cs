using System;

namespace SigmaPS.Sandbox;

/// <summary>
/// The connections and tables of the seeded models: two with friendly names, one without, one of two levels (spec.md sections 4 and 11).
/// </summary>
internal static class SeedCatalogue
{
    /// <summary>The connection of the document's own Plugs Orders.</summary>
    public const string Sample = "d61d33dd-3f3b-4cf6-bb08-d7e5bf0136ac";
    public const string Warehouse = "6e1a4c0b-52d7-4f7e-8f0d-31b9a7c45e22";
    public const string Lake = "c40f9d1e-7b86-4a35-9d2c-0e5f8ab61337";

    public static void Fill(SandboxOrganization organization)
    {
        organization.AddConnection(Sample, "Sigma Sample Database", "snowflake", isSample: true);
        organization.AddTable(
            Sample,
            ["EXAMPLES", "PLUGS_ELECTRONICS", "PLUGS_ELECTRONICS_HANDS_ON_LAB_DATA"],
            Columns(
                "ORDER_NUMBER number|DATE datetime|SKU_NUMBER|QUANTITY number|COST number|PRICE "
                    + "number|PRODUCT_TYPE|PRODUCT_FAMILY|PRODUCT_LINE|BRAND|PRODUCT_NAME"
                    + "|STORE_NAME|STORE_KEY|STORE_REGION|STORE_STATE|STORE_CITY|STORE_ZIP_CODE|STORE_LATITUDE number|STORE_LONGITUDE "
                    + "number|CUST_KEY|CUSTOMER_NAME|CUST_JSON"
            ));
        Retail(organization);
        organization.AddConnection(Lake, "Lake (raw names)", "redshift", friendlyNames: false);
        organization.AddTable(
            Lake,
            ["public", "web_sessions"],
            Columns("session_id|user_id|started_at datetime|page_views number|utm/source|sub-category"));
        organization.AddTable(Lake, ["public", "web_events"], Columns("event_id|session_id|event_name|occurred_at datetime|payload"));
    }

    private static void Retail(SandboxOrganization organization)
    {
        organization.AddConnection(Warehouse, "Retail Warehouse", "snowflake");
        Table(
            "ORDERS",
            "ORDER_ID|CUSTOMER_ID|STORE_ID|ORDER_DATE datetime|SHIPPED_AT datetime|STATUS|REGION|GROSS_REVENUE number|NET_REVENUE "
                + "number|DISCOUNT_AMOUNT number|IS_RETURNED boolean"
        );
        Table("ORDER_LINES", "ORDER_ID|LINE_NO number|PRODUCT_ID|QUANTITY number|UNIT_PRICE number");
        Table("CUSTOMERS", "CUSTOMER_ID|NAME|EMAIL|REGION|SEGMENT|SINCE datetime|NUMBER_OF_EMPLOYEES number");
        Table("PRODUCTS", "PRODUCT_ID|NAME|CATEGORY|SUB_CATEGORY|BRAND|LIST_PRICE number");
        Table("STORES", "STORE_ID|NAME|CITY|REGION|COUNTRY");
        Table("RETURNS", "ORDER_ID|LINE_NO number|RETURNED_AT datetime|REASON");
        Table("MONTHLY_SALES", "STORE_ID|MONTH|JANUARY number|FEBRUARY number|MARCH number|AMOUNT number");

        void Table(string name, string columns) => organization.AddTable(Warehouse, ["RETAIL", "SALES", name], Columns(columns));
    }

    // "utm/source" is one name; bars separate the columns.
    private static string[] Columns(string text) => text.Split('|', StringSplitOptions.TrimEntries);
}
