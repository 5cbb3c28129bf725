using System.Linq;
using System.Text;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>The service's normalizations of pages before it stores them, each with its source. They work in place.</summary>
internal sealed class SpecRewrites(SandboxOrganization organization, JsonArray pages, SpecLayout layout)
{
    private readonly SpecScope _scope = new(organization, pages);

    public void Apply()
    {
        foreach (JsonObject table in SpecParts.Tables(pages))
        {
            JsonObject? source = table["source"] as JsonObject;
            foreach (JsonObject item in table.Items("columns").Concat(table.Items("metrics")))
            {
                item["formula"] = Friendly(item.Text("formula") ?? "", source);
            }

            Join(source);
            Names(table);
            if (layout == SpecLayout.Current)
            {
                ColumnOrder.Complete(table);
            }
        }
    }

    // [T/ORDER_ID] becomes [T/Order Id] (spec.md section 11, rule 5), if the connection has friendly names.
    private string Friendly(string formula, JsonObject? source)
    {
        StringBuilder text = new(formula);
        foreach (FormulaReference reference in FormulaReference.All(formula).Where(r => r.Parts.Count == 2).Reverse())
        {
            string? friendly = SpecParts
                .Sources(source)
                .Where(s => IsTable(s, reference.Parts[0]))
                .Select(s => FriendlyOf(s, reference.Parts[1]))
                .FirstOrDefault(n => n is not null);
            if (friendly is not null)
            {
                text.Remove(reference.Start, reference.Length)
                    .Insert(reference.Start, FormulaReference.Write([reference.Parts[0], friendly]));
            }
        }

        return text.ToString();
    }

    private bool IsTable(JsonObject source, string prefix) =>
        source.Text("kind") == "warehouse-table" && _scope.Sources.Prefix(source) == prefix;

    private string? FriendlyOf(JsonObject source, string raw)
    {
        SandboxConnection? connection = organization.FindConnection(source.Text("connectionId") ?? "");
        return
            connection?.FriendlyNames == true
            && organization.FindTable(connection.Id, [.. source.Texts("path")])?.Columns.Any(c => c.Name == raw) == true
            ? FriendlyName.Of(raw)
            : null;
    }

    // Stored joins always have a joinType, lookup is stored as left-outer, <=> as is-not-distinct-from, and newer exports have
    // primarySource (spec.md section 4).
    private void Join(JsonObject? source)
    {
        if (source.Text("kind") != "join")
        {
            return;
        }

        foreach (JsonObject leg in source.Items("joins"))
        {
            leg["joinType"] = leg.Text("joinType") switch
            {
                null => "inner",
                "lookup" => "left-outer",
                string type => type,
            };

            foreach (JsonObject key in leg.Items("columns").Where(k => k.Text("op") == "<=>"))
            {
                key["op"] = "is-not-distinct-from";
            }
        }

        if (
            layout == SpecLayout.Current
            && !source!.ContainsKey("primarySource")
            && source.Items("joins").FirstOrDefault() is JsonObject first)
        {
            source["primarySource"] = first["left"]?.DeepClone();
        }
    }

    // A set name that equals the default is kept. The old layout always has it, some newer exports omit it (spec.md section 13).
    private void Names(JsonObject table)
    {
        DefaultNames mode = organization.Options.DefaultNames;
        bool adds = mode == DefaultNames.Added || (mode == DefaultNames.ByLayout && layout == SpecLayout.Seed2025);
        foreach ((JsonObject column, string? declared, string made) in _scope.Shown.Each(table).ToArray())
        {
            if (adds && declared is null)
            {
                column["name"] = made;
            }
            else if (mode == DefaultNames.Omitted && declared == made && FormulaReference.Only(column.Text("formula") ?? "") is not null)
            {
                column.Remove("name");
            }
        }

        if (adds && !table.ContainsKey("name"))
        {
            table["name"] = _scope.NameOf(table);
        }
    }
}
