using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Writing;

/// <summary>The state of an object and the messages after a write, also after an error behind it.</summary>
public sealed class AfterwardsTests : SandboxTest
{
    private protected override void Arrange()
    {
        Shell.Set("id", PlugsOrders);
        ReadSpec();
    }

    [Fact]
    public void Write_whose_reading_back_fails_has_succeeded_all_the_same()
    {
        Server.Faults.Arm(KnownFaults.Status(429) with { Method = "GET", PathContains = "/spec", Skip = 1 });
        ShellResult result = Run("$el.columns[0].description = 'x'; $s.name = 'Plugs'; $s | Set-SigmaDataModelSpec -PassThru")
            .MustSucceed();
        Assert.Equal("Updated", result.Property("Status")!.ToString());
        Assert.Contains("could not be read back", Assert.Single(result.Warnings));
        Assert.Equal(("Plugs", 3), (Live.Name, Live.LatestVersion));
        Run("$el.columns[0].description = 'y'; $s | Set-SigmaDataModelSpec").MustSucceed();
        Assert.Equal(4, Live.LatestVersion);
    }

    [Fact]
    public void Object_has_its_own_write_as_base_without_verification_too()
    {
        Run(
            "$el.columns[0].description = 'x'; $s | Set-SigmaDataModelSpec -NoVerify; $el.columns[0].description = 'y'; $s | "
                + "Set-SigmaDataModelSpec -NoVerify"
        ).MustSucceed();
        Assert.Equal(4, Live.LatestVersion);
    }

    [Fact]
    public void Version_that_a_colleague_saves_before_the_read_back_is_not_overwritten_by_the_next_write()
    {
        Server.Faults.Arm(
            new Fault
            {
                Method = "GET",
                PathContains = "/spec",
                Skip = 1,
                Meanwhile = () =>
                    Task.Run(() => Organization.EditAsColleague(PlugsOrders, spec => spec["pages"]![0]!["name"] = "Theirs")),
            });
        ShellResult first = Run("$el.columns[0].description = 'x'; $s | Set-SigmaDataModelSpec").MustSucceed();
        Assert.Contains(first.Warnings, text => text.Contains("Another person published"));
        ShellResult next = Run("$el.columns[0].description = 'y'; $s | Set-SigmaDataModelSpec");
        Assert.Equal("SigmaSpecConflict", next.ErrorId);
        Assert.Contains("\"Theirs\"", next.ErrorText);
    }

    [Fact]
    public void Same_content_that_a_colleague_saves_before_the_reading_back_is_not_a_conflict_for_the_next_write()
    {
        // The first reading after the PUT is the reading back, however many there were before.
        Fault readBack = new()
        {
            Method = "GET",
            PathContains = "/spec",
            Meanwhile = () => Task.Run(() => Organization.EditAsColleague(PlugsOrders, _ => { })),
        };
        Server.Faults.Arm(new Fault { Method = "PUT", Meanwhile = () => Task.Run(() => Server.Faults.Arm(readBack)) });
        Run("$el.columns[0].description = 'x'; $s | Set-SigmaDataModelSpec").MustSucceed();
        Run("$el.columns[0].description = 'y'; $s | Set-SigmaDataModelSpec").MustSucceed();
        Assert.Equal(5, Live.LatestVersion);
    }

    [Fact]
    public void Member_that_a_user_added_counts_with_the_case_of_the_key()
    {
        Run("$el.columns[0].PSObject.Properties.Add([psnoteproperty]::new('Formula', '1 + 1')); $s | Set-SigmaDataModelSpec -PassThru")
            .MustSucceed();
        var column = System.Text.Json.Nodes.JsonNode.Parse(Live.SpecJson)!["pages"]![0]!["elements"]![0]!["columns"]![0]!.AsObject();
        Assert.Equal("1 + 1", column["formula"]!.GetValue<string>());
        Assert.False(column.ContainsKey("Formula"));
    }

    [Theory]
    [InlineData("$el.columns[0].id = 'another'", "'another'")]
    [InlineData("$el.id = 'another'", "1 ID replaced")]
    public void Another_ID_for_a_live_item_is_a_removal(string edit, string says)
    {
        ShellResult refused = Run(edit + "; $s | Set-SigmaDataModelSpec -SendEquivalent");
        Assert.Equal("SigmaRemovalNotAllowed", refused.ErrorId);
        Assert.Contains(says, refused.ErrorText);
        Assert.Equal(0, Requests.Count("PUT"));
        Assert.Contains("replaced ID", Run("$s | Set-SigmaDataModelSpec -WhatIf").MustSucceed().Host);
        Run("$s | Set-SigmaDataModelSpec -AllowRemoval").MustSucceed();
        Assert.Equal(1, Requests.Count("PUT"));
    }

    [Fact]
    public async Task Name_that_a_colleague_set_is_not_overwritten_by_an_earlier_name()
    {
        using System.Net.Http.HttpClient client = new() { BaseAddress = Server.BaseUrl };
        using Shell colleague = Shell.ConnectedTo(Server);
        colleague.Set("id", PlugsOrders);
        colleague.Run("$t = Get-SigmaDataModelSpec $id; $t.name = 'Theirs'; $t | Set-SigmaDataModelSpec").MustSucceed();
        ShellResult result = await Task.Run(() => Run("$s.name = 'Mine'; $s | Set-SigmaDataModelSpec"));
        Assert.Equal("SigmaSpecConflict", result.ErrorId);
        Assert.Equal("Theirs", Live.Name);
        Run("$s.name = 'Theirs'; $s | Set-SigmaDataModelSpec").MustSucceed();
        Assert.Equal(1, Requests.Count("PATCH"));
        Run("$s.name = 'Mine'; $s | Set-SigmaDataModelSpec -IgnoreConflict").MustSucceed();
        Assert.Equal("Mine", Live.Name);
    }

    [Fact]
    public void Same_spec_twice_is_not_a_duplicate_and_a_corrected_one_follows_a_refused_one()
    {
        Run("$el.columns = @($el.columns | Where-Object name -ne 'Cost'); $s, $s | Set-SigmaDataModelSpec -AllowRemoval").MustSucceed();
        ShellResult result = Run(
            "$bad = Get-SigmaDataModelSpec $id; $good = $bad.PSObject.Copy(); $bad.pages[0].elements[0].columns = @(); "
                + "$good.pages[0].name = 'Good'; $bad, $good | Set-SigmaDataModelSpec"
        );
        Assert.Equal("SigmaRemovalNotAllowed", result.ErrorId);
        Assert.Equal(4, Live.LatestVersion);
    }

    [Fact]
    public void Plan_reads_well_in_a_runbook_s_log()
    {
        ShellResult result = Run("$el.columns[0].name = 'Order No'; $s.name = 'Plugs'; $s | Set-SigmaDataModelSpec -WhatIf").MustSucceed();
        string[] plans = [.. result.Information.Where(record => record.Tags.Contains("SigmaPS.Plan")).Select(record => record.ToString())];
        Assert.Equal(2, plans.Length);
        Assert.Contains("renamed column \"Order Number\"", plans[0]);
        Assert.Contains("rename it to \"Plugs\"", plans[1]);
    }

    [Theory]
    [InlineData(
        "$x = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($s)); "
            + "foreach ($n in 'PSComputerName', 'RunspaceId', 'PSShowComputerName', 'PSSourceJobInstanceId') { "
            + "$x.PSObject.Properties.Add([psnoteproperty]::new($n, 'x')) }; $x.pages[0].name = 'New'; $x | Set-SigmaDataModelSpec",
        "schemaVersion,pages,documentVersion")]
    public void Properties_that_a_job_adds_to_its_results_are_not_sent(string script, string keys)
    {
        Run(script).MustSucceed();
        Assert.Equal(
            keys,
            string.Join(",", System.Text.Json.Nodes.JsonNode.Parse(Requests.Last("PUT")!.Body)!.AsObject().Select(p => p.Key)));
    }

    [Fact]
    public void Switch_is_a_boolean_and_an_added_script_property_is_its_value()
    {
        Run(
            "$el.columns[0].hidden = [switch]$true; $el.columns[1].PSObject.Properties.Add([psscriptproperty]::new('description', { "
                + "'from a script' })); $s | Set-SigmaDataModelSpec"
        ).MustSucceed();
        string body = Requests.Last("PUT")!.Body;
        Assert.Contains("\"hidden\":true", body);
        Assert.Contains("\"description\":\"from a script\"", body);
    }
}
