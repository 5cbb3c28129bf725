using System;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>Thousands of workbooks for measurements: 12,000 of them have about 400,000 columns (sigma-workbooks.md section 6).</summary>
public static class InventedOrganization
{
    /// <summary>Columns per workbook: 12,000 workbooks have 408,000.</summary>
    public const int ColumnsPerWorkbook = 34;

    private const int ColumnsPerTable = 17;

    /// <summary>Adds workbooks over 40 models of 30 columns; one workbook in three reads tables only.</summary>
    public static void Fill(SandboxOrganization organization, int workbooks)
    {
        ArgumentNullException.ThrowIfNull(organization);
        string[] models =
            workbooks == 0 ? [] : [.. Enumerable.Range(0, 40).Select(m => organization.AddModel(Model(m), folderPath: "Invented"))];
        for (int i = 0; i < workbooks; i++)
        {
            int number = i;
            string name = string.Create(CultureInfo.InvariantCulture, $"Workbook {number:00000}");
            organization.InventDocument(DocumentKind.Workbook, NewIds.Stable("invented:" + name), name, () =>
                Pages(number, models[number % models.Length]));
        }
    }

    private static string Model(int number) =>
        $$"""
            {"name":"Invented {{number}}","schemaVersion":1,"pages":[{"id":"p","name":"Page 1","elements":[
            {"id":"facts","kind":"table","name":"Facts {{number}}",
            "source":{"kind":"sql","connectionId":"{{SeedCatalogue.Warehouse}}","statement":"select * from t"},
            "columns":[{{string.Join(
                ',',
                Enumerable.Range(0, 30).Select(c => $$"""{"id":"col{{c}}","name":"Column {{c}}","formula":"[Custom SQL/Column {{c}}]"}""")
            )}}]}]}]}
            """;

    private static JsonArray Pages(int number, string model)
    {
        string source = number % 3 == 2
            ? $$"""{"kind":"sql","connectionId":"{{SeedCatalogue.Warehouse}}","statement":"select 1"}"""
            : $$"""{"kind":"data-model","dataModelId":"{{model}}","elementId":"facts"}""";
        string prefix = number % 3 == 2 ? "Custom SQL" : $"Facts {number % 40}";
        string columns = string.Join(
            ',',
            Enumerable
                .Range(0, ColumnsPerTable)
                .Select(c => $$"""{"id":"c{{c}}","name":"Column {{c}}","formula":"[{{prefix}}/Column {{(c + number) % 30}}]"}"""));
        string chart = string.Join(
            ',',
            Enumerable
                .Range(0, ColumnsPerTable)
                .Select(c => $$"""{"id":"v{{c}}","name":"Value {{c}}","formula":"Sum([Base/Column {{c}}])"}"""));
        return SpecText
            .Parse(
                $$"""
                [{"id":"p1","name":"Page 1","elements":[
                {"id":"base","kind":"table","name":"Base","source":{{source}},"columns":[{{columns}}]},
                {"id":"chart","kind":"visualization","chart":"bar","name":"Chart",
                "source":{"kind":"element","elementId":"base"},"columns":[{{chart}}]}]}]
                """)!
            .AsArray();
    }
}
