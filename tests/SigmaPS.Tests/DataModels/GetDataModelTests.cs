using System;
using System.Globalization;
using System.Linq;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.DataModels;

public sealed class GetDataModelTests : SandboxTest
{
    [Fact]
    public void Without_anything_every_live_model_is_listed_with_its_facts()
    {
        ShellResult result = Run("Get-SigmaDataModel").MustSucceed();
        Assert.Equal(Organization.Models.Count(m => !m.IsArchived), result.Output.Count);
        RecordedRequest request = Assert.Single(Requests.All);
        Assert.Contains("limit=1000", request.Query);
        Assert.Contains("excludeTags=true", request.Query);
        Assert.Equal("application/json", request.Accept);
    }

    [Fact]
    public void Pages_are_followed_to_the_end_by_their_cursor()
    {
        Server.Options.PageSizeCap = 4;
        ShellResult result = Run("(Get-SigmaDataModel -IncludeArchived).DataModelId").MustSucceed();
        Assert.Equal(Organization.Models.Select(m => m.Id).Order(), result.Texts.Order());
    }

    [Fact]
    public void Consumer_that_stops_at_the_first_model_has_cost_one_request()
    {
        for (int i = 0; i < 50; i++)
        {
            Organization.AddModel(
                """{"schemaVersion":1,"pages":[]}""",
                "Model " + i.ToString(CultureInfo.InvariantCulture),
                "Retail/Models");
        }

        Server.Options.PageSizeCap = 10;
        Run("do { Get-SigmaDataModel | ForEach-Object { $_; break } } while ($false)").MustSucceed();
        Assert.Equal(1, Requests.Count("GET", "/v2/dataModels"));
    }

    [Fact]
    public void Cursor_that_comes_twice_is_an_error_and_not_an_endless_list()
    {
        Server.Options.PageSizeCap = 2;
        Server.Faults.Arm(new Fault { PathContains = "/v2/dataModels", RepeatCursor = true, Times = 50 });
        ShellResult result = Run("Get-SigmaDataModel");
        Assert.Equal("SigmaUnexpectedAnswer", result.ErrorId);
        Assert.InRange(Requests.Count(), 2, 5);
    }

    [Fact]
    [CoversParameter("Get-SigmaDataModel", "DataModelId")]
    public void One_model_is_found_by_uuid_short_ID_address_and_object()
    {
        Shell.Set("model", Run($"Get-SigmaDataModel {PlugsOrders}").MustSucceed().Output[0]);
        foreach (string id in new[] { "$model.ShortId", "$model.Url", "'  467BC369-5DB7-4963-8172-B24A49DBC75B '" })
        {
            Assert.Equal("Plugs Orders", Run($"Get-SigmaDataModel -DataModelId ({id})").MustSucceed().Property("Name"));
        }

        Assert.Equal("Plugs Orders", Run("$model | Get-SigmaDataModel").MustSucceed().Property("Name"));
        Assert.Equal("Plugs Orders", Run("$model.ShortId | Get-SigmaDataModel").MustSucceed().Property("Name"));
        Assert.Equal(0, Requests.Count("GET", "/v2/dataModels"));
    }

    [Theory]
    [InlineData("http://app.sigmacomputing.com/acme/data-model/Sales-zzzzzzzzzzzzzzzzzzzzzz")]
    [InlineData("https://app.sigmacomputing.com/acme/workbook/Sales-2901pYHmWLoCy81SHAH0o3")]
    public void Invalid_ID_is_refused_before_anything_is_sent(string id)
    {
        Assert.Equal("SigmaInvalidId", Run($"Get-SigmaDataModel '{id}'").ErrorId);
        Assert.Empty(Requests.All);
    }

    [Fact]
    public void Some_other_object_s_text_never_becomes_an_ID()
    {
        Assert.StartsWith("InputObjectNotBound", Run("[version]'1.2' | Get-SigmaDataModelSpec").ErrorId);
        Assert.Empty(Requests.All);
    }

    [Fact]
    public void Unknown_model_is_named_and_the_next_one_still_comes()
    {
        ShellResult result = Run($"'467bc369-5db7-4963-8172-000000000000', '{PlugsOrders}' | Get-SigmaDataModel");
        Assert.Equal("SigmaModelNotFound", result.ErrorId);
        Assert.Contains("467bc369-5db7-4963-8172-000000000000", result.ErrorText);
        Assert.Equal("Plugs Orders", result.Property("Name"));
        Assert.False(string.IsNullOrEmpty((string?)((dynamic)result.Error.Exception).RequestId));
    }

    [Fact]
    [CoversParameter("Get-SigmaDataModel", "Name")]
    public void Name_is_taken_literally_first_and_then_as_a_pattern()
    {
        Assert.Equal(["[Draft] Sales *"], Run("(Get-SigmaDataModel -Name '[Draft] Sales *').Name").MustSucceed().Texts);
        Assert.Equal(["Sales Core", "Sales Core"], Run("(Get-SigmaDataModel -Name 'sales core').Name").MustSucceed().Texts);
        Assert.Equal(["Plugs Orders"], Run("(Get-SigmaDataModel -Name 'Plugs*').Name").MustSucceed().Texts);
    }

    [Fact]
    public void Name_that_finds_nothing_is_an_error_of_its_own()
    {
        ShellResult result = Run("Get-SigmaDataModel -Name 'No such', 'No such*', 'Plugs Orders'");
        Assert.Equal("SigmaModelNotFound", result.ErrorId);
        Assert.Contains("'No such'", result.ErrorText);
        Assert.Single(result.Output);
    }

    [Fact]
    public void Failed_list_proves_nothing_about_names()
    {
        Server.Faults.Arm(KnownFaults.Status(503));
        Assert.Equal("SigmaServiceUnavailable", Run("Get-SigmaDataModel -Name 'Plugs Orders'").ErrorId);
    }

    [Fact]
    public void Invalid_pattern_is_used_as_a_name_and_each_model_is_written_once()
    {
        Organization.AddModel("""{"schemaVersion":1,"pages":[]}""", "Sales [EU", "Retail/Models");
        Assert.Equal(["Sales [EU"], Run("(Get-SigmaDataModel -Name 'Sales [EU').Name").MustSucceed().Texts);
        Assert.Single(Run("Get-SigmaDataModel -Name 'Plugs Orders', 'Plugs*', 'plugs orders'").MustSucceed().Output);
    }

    [Fact]
    [CoversParameter("Get-SigmaDataModel", "FolderPath")]
    public void Folder_holds_its_own_models_and_those_below()
    {
        ShellResult all = Run("(Get-SigmaDataModel -FolderPath 'Retail/Models').Path").MustSucceed();
        Assert.All(all.Texts, path => Assert.StartsWith("Retail/Models", path));
        Assert.Contains("Retail/Models/Sandbox", all.Texts);
        Assert.All(Run("(Get-SigmaDataModel -FolderPath 'My*').Path").MustSucceed().Texts, path =>
            Assert.StartsWith("My Documents", path));
        Assert.Equal("SigmaItemNotFound", Run("Get-SigmaDataModel -FolderPath 'Retail/Mod'").ErrorId);
    }

    [Fact]
    [CoversParameter("Get-SigmaDataModel", "Owner")]
    public void Owner_is_found_by_ID_and_by_address()
    {
        SandboxMember owner = Organization.Models[0] is { } first
            ? Organization.Members.Single(m => m.Id == first.OwnerId)
            : throw new InvalidOperationException();
        int expected = Organization.Models.Count(m => m.OwnerId == owner.Id && !m.IsArchived);
        Shell.Set("owner", owner.Id);
        Shell.Set("address", owner.Email.ToUpperInvariant());
        Assert.Equal(expected, Run("Get-SigmaDataModel -Owner $owner").MustSucceed().Output.Count);
        Assert.Equal(expected, Run("Get-SigmaDataModel -Owner $address").MustSucceed().Output.Count);
        Assert.Equal("SigmaInvalidArgument", Run("Get-SigmaDataModel -Owner 'nobody@example.com'").ErrorId);
        Assert.Equal("SigmaItemNotFound", Run("Get-SigmaDataModel -Owner 'nobody'").ErrorId);
        Server.Faults.Arm(KnownFaults.Forbidden() with { PathContains = "/members/" });
        Assert.Empty(Run("Get-SigmaDataModel -Owner 'nobody'").MustSucceed().Output);
        Server.Faults.Disarm();
        Assert.Equal("SigmaItemNotFound", Run("Get-SigmaFile -FolderId 467bc369-5db7-4963-8172-000000000000").ErrorId);
    }

    [Fact]
    [CoversParameter("Get-SigmaDataModel", "UpdatedAfter")]
    public void Only_models_changed_after_a_moment_are_given()
    {
        Organization.EditAsColleague(PlugsOrders, spec => spec["pages"]![0]!["name"] = "Edited");
        Assert.Equal(
            ["Plugs Orders"],
            Run("(Get-SigmaDataModel -Name 'Plugs Orders' -UpdatedAfter '2026-01-01T00:00:00Z').Name").MustSucceed().Texts);
        Assert.Empty(Run("Get-SigmaDataModel -UpdatedAfter '2126-01-01'").MustSucceed().Output);
        Assert.Equal(["Plugs Orders"], Run("(Get-SigmaDataModel -Name 'Plugs Orders' -UpdatedAfter 1d).Name").MustSucceed().Texts);
    }

    [Theory]
    [InlineData("Get-SigmaChange -Since")]
    [InlineData("Get-SigmaDataModel -UpdatedAfter")]
    public void Moment_that_is_not_a_date_is_an_error_that_shows_the_forms(string command)
    {
        foreach (string wrong in (string[])["friday", "7", "'7 days'", "2026-13-01", "3w", "'12:'"])
        {
            ShellResult result = Run($"{command} {wrong}");
            Assert.True(result.Errors.Count == 1, wrong);
            Assert.Contains(wrong.Trim('\''), result.Errors[0].Exception.Message);
            Assert.Contains("7d, 12h or 30m", result.Errors[0].Exception.Message);
        }

        Assert.Equal(0, Requests.Count("GET", "**/dataModels"));
    }

    [Fact]
    [CoversParameter("Get-SigmaDataModel", "IncludeArchived")]
    public void Models_in_the_trash_are_given_on_request_only()
    {
        Organization.Archive(PlugsOrders);
        Assert.Equal("SigmaModelNotFound", Run("Get-SigmaDataModel -Name 'Plugs Orders'").ErrorId);
        Assert.Equal(true, Run("Get-SigmaDataModel -Name 'Plugs Orders' -IncludeArchived").MustSucceed().Property("IsArchived"));
    }

    [Fact]
    [CoversParameter("Get-SigmaDataModel", "Scope")]
    public void Organization_s_models_are_asked_for_on_request_only()
    {
        Run("Get-SigmaDataModel").MustSucceed();
        Assert.DoesNotContain("skipPermissionCheck", Requests.Last()!.Query);
        Run("Get-SigmaDataModel -Scope Organization").MustSucceed();
        Assert.Contains("skipPermissionCheck=true", Requests.Last()!.Query);
    }

    [Fact]
    public void Default_view_shows_name_path_version_time_and_ID_on_120_columns()
    {
        string shown = Run("Get-SigmaDataModel -Name 'Plugs Orders' | Out-Host").MustSucceed().Host;
        Assert.Contains("Name                                 Version UpdatedAt  Path", shown);
        Assert.Contains("Plugs Orders                               2 2025-11-17 My Documents/Examples", shown);
        Assert.Contains("467bc369-5db7-4963-8172-b24a49dbc75b         20:31Z", shown);
    }

    [Fact]
    public void Hostile_name_does_nothing_on_a_screen()
    {
        Organization.AddModel("""{"schemaVersion":1,"pages":[]}""", "##vso[x]y\u001b[31m\nnext", "Retail/Models");
        ShellResult result = Run("Get-SigmaDataModel -Name '##vso*' | Out-Host").MustSucceed();
        Assert.DoesNotContain("##vso[", result.Host);
        Assert.Contains("\u241b[31m", result.Host);
        Assert.Contains("# #vso", result.Host);
    }
}
