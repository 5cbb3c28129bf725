using System;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Specs;

/// <summary>
/// Editing as a user writes it, under strict mode, on the seed's layout and on the newer one, through to the live model afterwards.
/// </summary>
public sealed class EditingTests : SandboxTest
{
    public static TheoryData<SpecLayout, string, string> Edits()
    {
        (string Script, string Expected)[] edits =
        [
            ("$el.columns[0].name = 'Order No'", "columns/0/name=\"Order No\""),
            ("$el.columns = $el.columns | Where-Object { $_.formula -like '*Order Number*' -or $_.formula -like '*/Date*' }", "columns#2"),
            ("$el.columns = $el.columns | Where-Object { $_.formula -like '*Order Number*' }", "columns#1"),
            ("$el.columns = @($el.columns | Where-Object { $_.formula -like 'nothing' })", "columns#0"),
            (
                "$el.columns += [pscustomobject]@{ name = 'Margin'; formula = '[Price] - [Cost]'; id = 'margin' }",
                "columns/22={\"id\":\"margin\",\"formula\":\"[Price] - [Cost]\",\"name\":\"Margin\"}"),
            ("$el.columns.Add(@{ formula = '[Price] - [Cost]'; id = 'margin'; name = 'Margin' })", "columns/22/name=\"Margin\""),
            ("$el.columns += @{ formula = '[Price]'; id = 'a' }, @{ formula = '[Cost]'; id = 'b' }", "columns#24"),
            ("$el.columns[3].description = 'Pieces'", "columns/3/description=\"Pieces\""),
            ("$el.columns[4].format = @{ kind = 'number'; formatString = ',.2f' }", "columns/4/format/formatString=\",.2f\""),
            ("$el.metrics += @{ id = 'm'; name = 'Total'; formula = 'Sum([Price])' }", "metrics/0/formula=\"Sum([Price])\""),
            ("$el.metrics = @{ id = 'm'; name = 'Total'; formula = 'Sum([Price])'; format = @{ kind = 'number' } }", "metrics#1"),
            ("$el.description = [datetime]'2026-01-02'", "description=\"2026-01-02T00:00:00\""),
        ];
        TheoryData<SpecLayout, string, string> data = [];
        foreach ((string script, string expected) in edits)
        {
            data.Add(SpecLayout.Seed2025, script, expected);
            data.Add(SpecLayout.Current, script, expected);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task It_is_live_afterwards(SpecLayout layout, string script, string expected)
    {
        await RestartAsync(new SandboxOptions { Layout = layout });
        ReadSpec();
        Run(script + "; $s | Set-SigmaDataModelSpec -AllowRemoval").MustSucceed();
        JsonNode body = JsonNode.Parse(Requests.Last("PUT")!.Body)!["pages"]![0]!["elements"]![0]!;
        Assert.Equal(expected, Shown(body, expected));
        Assert.Equal(3, Live.LatestVersion);
    }

    // "path=value" or "list#count".
    private static string Shown(JsonNode element, string expected)
    {
        string path = expected.Split('=', '#')[0];
        JsonNode? node = element;
        foreach (string step in path.Split('/'))
        {
            node = int.TryParse(step, out int index) ? node![index] : node![step];
        }

        return expected.Contains('#', StringComparison.Ordinal)
            ? $"{path}#{node!.AsArray().Count}"
            : $"{path}={node!.ToJsonString(Relaxed)}";
    }

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
