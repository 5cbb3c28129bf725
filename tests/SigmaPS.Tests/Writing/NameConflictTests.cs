using System.Linq;
using System.Text.Json.Nodes;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Writing;

/// <summary>Name and description have no version, so a value that another person changed since the reading is a conflict too.</summary>
public sealed class NameConflictTests : SandboxTest
{
    private protected override void Arrange()
    {
        Run($"Set-SigmaDataModel {PlugsOrders} -Description First").MustSucceed();
        ReadSpec();
    }

    [Fact]
    public void Content_is_not_sent_when_the_name_alone_is_in_conflict()
    {
        Set("-Name Theirs");
        ShellResult refused = Run("$s.name = 'Mine'; $el.columns[0].description = 'mine'; $s | Set-SigmaDataModelSpec");
        Assert.Equal("SigmaSpecConflict", refused.ErrorId);
        Assert.Contains("since it was read: the live name is \"Theirs\"", refused.ErrorText);
        Assert.Equal((0, 0), (Requests.Count("PUT"), Requests.Count("PATCH")));
        Run("$s | Set-SigmaDataModelSpec -IgnoreConflict").MustSucceed();
        Assert.Equal(("Mine", 3), (Live.Name, Live.LatestVersion));
    }

    [Fact]
    public void Conflict_of_the_content_is_the_one_that_is_reported_when_the_name_is_in_conflict_too()
    {
        Organization.EditAsColleague(PlugsOrders, spec => spec["pages"]![0]!["name"] = "Their page");
        Set("-Name Theirs");
        ShellResult refused = Run("$s.name = 'Mine'; $el.columns[0].description = 'mine'; $s | Set-SigmaDataModelSpec");
        Assert.Equal("SigmaSpecConflict", refused.ErrorId);
        Assert.Contains("based on version 2;", refused.ErrorText);
        Assert.Contains("\"Their page\"", refused.ErrorText);
        Assert.Equal((0, 0), (Requests.Count("PUT"), Requests.Count("PATCH")));
    }

    [Theory]
    [InlineData("Theirs", "the live description is \"Theirs\"")]
    [InlineData("", "the live description is empty")]
    public void Description_that_a_colleague_changed_is_not_overwritten(string theirs, string told)
    {
        Set($"-Description '{theirs}'");
        ShellResult refused = Run("$s.description = 'Mine'; $s | Set-SigmaDataModelSpec");
        Assert.Equal("SigmaSpecConflict", refused.ErrorId);
        Assert.Contains(told, refused.ErrorText);
        Assert.DoesNotContain("the live name", refused.ErrorText);
        Assert.Equal(theirs, Live.Description ?? "");
    }

    [Theory]
    [InlineData("")]
    [InlineData("$s.name = 'Their name'; $s.description = 'Theirs'; ")]
    [InlineData("$null = $s.Remove('name'); $null = $s.Remove('description'); ")]
    public void Name_and_description_that_a_write_leaves_or_repeats_are_not_in_conflict(string edit)
    {
        Set("-Name 'Their name' -Description Theirs");
        Run(edit + "$el.columns[0].description = 'mine'; $s | Set-SigmaDataModelSpec").MustSucceed();
        Assert.Equal(("Their name", "Theirs", 3), (Live.Name, Live.Description, Live.LatestVersion));
        Assert.Equal(0, Requests.Count("PATCH"));
    }

    [Fact]
    public void Blank_name_that_was_read_does_not_stop_a_write_of_the_content()
    {
        string id = Organization.AddModel("""{"schemaVersion":1,"pages":[{"id":"p","name":"Page 1","elements":[]}]}""", " ");
        Run($"$s = Get-SigmaDataModelSpec {id}; $s.pages[0].name = 'Other'; $s | Set-SigmaDataModelSpec").MustSucceed();
        JsonNode page = JsonNode.Parse(Organization.GetModel(id).SpecJson)!["pages"]!.AsArray().Single()!;
        Assert.Equal("Other", page["name"]!.GetValue<string>());
        Assert.Contains("'name' is blank", Run("$s.name = '  '; $s | Set-SigmaDataModelSpec").ErrorText);
    }

    // The name that a colleague sets. The request does not count.
    private void Set(string values)
    {
        Run($"Set-SigmaDataModel {PlugsOrders} {values}").MustSucceed();
        Requests.Clear();
    }
}
