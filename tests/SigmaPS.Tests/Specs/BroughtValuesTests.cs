using System.Text.Json.Nodes;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Specs;

/// <summary>Values of users become the JSON that a person expects.</summary>
public sealed class BroughtValuesTests : SandboxTest
{
    private const string Column = """{"id":"x","formula":"[Price]","name":"X"}""";

    private protected override void Arrange() => ReadSpec();

    [Theory]
    [InlineData("@{ name = 'X'; formula = '[Price]'; id = 'x' }", Column)]
    [InlineData("[ordered]@{ name = 'X'; formula = '[Price]'; id = 'x' }", Column)]
    [InlineData("[pscustomobject]@{ name = 'X'; formula = '[Price]'; id = 'x' }", Column)]
    [InlineData("[psobject]::new(@{ name = 'X'; formula = '[Price]'; id = 'x' })", Column)]
    [InlineData("class C { $name = 'X'; $formula = '[Price]'; $id = 'x' }; [C]::new()", Column)]
    [InlineData(
        "$d = [System.Collections.Generic.Dictionary[string,object]]::new(); $d['name'] = 'X'; $d['formula'] = '[Price]'; $d['id'] = 'x'; "
            + "$d",
        Column)]
    [InlineData(
        "@{ id = 'x'; zebra = 1; name = 'X'; formula = '[Price]'; ape = 2 }",
        """{"id":"x","formula":"[Price]","name":"X","ape":2,"zebra":1}""")]
    public void Object_as_a_column_in_canonical_key_order(string value, string expected) =>
        Assert.Equal(expected, Sent($"$v = & {{ {value} }}; $el.columns += $v", element => element["columns"]![22]!));

    [Theory]
    [InlineData("[datetime]::new(2026, 1, 2, 3, 4, 5, [System.DateTimeKind]::Utc)", "\"2026-01-02T03:04:05Z\"")]
    [InlineData("[datetimeoffset]'2026-01-02T03:04:05.678+02:00'", "\"2026-01-02T03:04:05.678+02:00\"")]
    [InlineData("[System.DayOfWeek]::Monday", "\"Monday\"")]
    [InlineData("[guid]'467bc369-5db7-4963-8172-b24a49dbc75b'", "\"467bc369-5db7-4963-8172-b24a49dbc75b\"")]
    [InlineData("[char]'x'", "\"x\"")]
    [InlineData("1.50d", "1.50")]
    [InlineData("1e3", "1000")]
    [InlineData("[uint64]::MaxValue", "18446744073709551615")]
    [InlineData("$true", "true")]
    [InlineData("@(1, 2)", "[1,2]")]
    [InlineData("@()", "[]")]
    [InlineData("[System.Collections.ArrayList]@(1, 'a')", "[1,\"a\"]")]
    [InlineData("[System.Collections.Generic.List[int]]@(1, 2)", "[1,2]")]
    [InlineData("@(1, 2, 3).Where({ $_ -gt 1 })", "[2,3]")]
    [InlineData("[string[]]@('a')", "[\"a\"]")]
    [InlineData("@{ a = @{ b = @(@{ c = $null }) } }", """{"a":{"b":[{"c":null}]}}""")]
    [InlineData(
        "$el.columns[0]",
        """{"id":"inode-LJa8JXHzrn17EZwat5E2Nl/ORDER_NUMBER","name":"Order Number","formula":"[PLUGS_ELECTRONICS_HANDS_ON_LAB_DATA/Order Number]"}"""
    )]
    public void Value_in_a_field_of_the_user_s_own(string value, string expected) =>
        Assert.Equal(expected, Sent($"$el.note = {value}", element => element["note"]!));

    [Theory]
    [InlineData(
        "$job = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($s)); "
            + "$job.pages[0].elements[0].columns[1].name = 'd'; $s = $job",
        "columns#22")]
    [InlineData("$el.columns = $el.columns.Where({ $_.name -eq 'Cost' })", "columns#1")]
    [InlineData("$el.columns = [System.Collections.ArrayList]@($el.columns | Where-Object name -like 'C*')", "columns#4")]
    public void List_or_a_whole_spec_that_came_by_another_way(string script, string expected) =>
        Assert.Equal(expected, "columns#" + Sent(script, element => element["columns"]!.AsArray().Count));

    private string Sent(string script, System.Func<JsonNode, JsonNode> pick)
    {
        Run(script + "; $s | Set-SigmaDataModelSpec -AllowRemoval").MustSucceed();
        return pick(JsonNode.Parse(Requests.Last("PUT")!.Body)!["pages"]![0]!["elements"]![0]!).ToJsonString(Relaxed);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
