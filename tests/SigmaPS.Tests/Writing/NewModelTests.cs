using System.Collections;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Writing;

public sealed class NewModelTests : SandboxTest
{
    private protected override SandboxOptions Options => new() { TimeProvider = new LeapingClock() };

    private protected override Shell Open() => Shell.ConnectedTo(Server, retryTimeoutSec: 5);

    private protected override void Arrange() => ReadSpec();

    [Theory]
    [InlineData("$s | New-SigmaDataModel -Name ' '", "SigmaInvalidArgument", "-Name of New-SigmaDataModel")]
    [InlineData("$s | New-SigmaDataModel -Name ''", "SigmaInvalidArgument", "-Name of New-SigmaDataModel")]
    [InlineData("$s.name = ''; $s | New-SigmaDataModel", "SigmaInvalidSpec", "-Name")]
    public void Blank_name_makes_no_model(string script, string id, string says)
    {
        ShellResult refused = Run(script);
        Assert.Equal(id, refused.ErrorId);
        Assert.Contains(says, refused.ErrorText);
        Assert.Equal(0, Requests.Count("POST"));
    }

    [Fact]
    public void Spec_without_a_name_does_not_keep_the_next_one_from_being_made()
    {
        ShellResult result = Run(
            "$nameless = $s.PSObject.Copy(); $null = $nameless.Remove('name'); $nameless, $s | New-SigmaDataModel");
        Assert.Equal("SigmaInvalidSpec", Assert.Single(result.Errors).FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(1, Requests.Count("POST"));
    }

    [Fact]
    [CoversParameter("New-SigmaDataModel", "Spec", "Name", "FolderId")]
    public void Model_is_made_from_a_spec_with_the_same_content()
    {
        string folder = Organization.AddFolder("Retail/Models");
        Shell.Set("folder", folder);
        ShellResult made = Run("$s | New-SigmaDataModel -Name 'Trial' -FolderId $folder").MustSucceed();
        Assert.Equal(("Trial", "Created", 1L), (made.Property("Name"), made.Property("Status")!.ToString(), made.Property("VersionAfter")));
        SandboxModel model = Organization.GetModel((string)made.Property("DataModelId")!);
        Shell.Set("id", model.Id);
        Assert.Equal(("Trial", folder), (model.Name, model.FolderId));
        Assert.Equal(["22"], Run("(Get-SigmaDataModelSpec $id).pages[0].elements[0].columns.Count").MustSucceed().Texts);
        Assert.Empty(made.Warnings);
        JsonObject body = JsonNode.Parse(Requests.Find("POST", "/v2/dataModels/spec").Single().Body)!.AsObject();
        Assert.DoesNotContain("dataModelId", body.Select(member => member.Key));
        Assert.DoesNotContain("documentVersion", body.Select(member => member.Key));
    }

    [Fact]
    [CoversParameter("New-SigmaDataModel", "Json", "Path", "LiteralPath")]
    public void Texts_and_files_make_a_model_in_my_documents_under_their_own_name()
    {
        Shell.Set("text", Organization.GetModel(PlugsOrders).SpecJson);
        ShellResult made = Run("New-SigmaDataModel -Json $text").MustSucceed();
        Assert.Equal("Plugs Orders", made.Property("Name"));
        Assert.Equal(
            Organization.ApiUser.HomeFolderId,
            Organization.GetModel((string)made.Property("DataModelId")!).FolderId);
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + " [1].json");
        File.WriteAllText(file, Organization.GetModel(PlugsOrders).SpecJson);
        try
        {
            Shell.Set("file", file);
            Assert.Equal("Created", Run("New-SigmaDataModel -LiteralPath $file").MustSucceed().Property("Status")!.ToString());
            Assert.Equal(
                "Created",
                Run("New-SigmaDataModel -Path $file.Replace(' [1]', '*')").MustSucceed().Property("Status")!.ToString());
        }
        finally
        {
            File.Delete(file);
        }

        Assert.Equal("SigmaInvalidArgument", Run("New-SigmaDataModel").ErrorId);
        Assert.Equal("SigmaInvalidSpec", Run("""New-SigmaDataModel -Json '{"schemaVersion":1,"pages":[]}'""").ErrorId);
    }

    [Fact]
    public void IDs_that_the_service_renews_are_in_the_map()
    {
        Server.Options.IdMode = IdMode.RemapNew;
        ShellResult made = Run("$s | New-SigmaDataModel -Name 'Trial'").MustSucceed();
        Assert.NotEmpty((IDictionary)made.Property("IdMap")!);
    }

    [Fact]
    public void Grouping_base_that_the_service_shows_is_taken_out()
    {
        Run("$s.pages[0].elements[0].source.groupingId = 'base'").MustSucceed();
        Run("$s | New-SigmaDataModel -Name 'Trial'").MustSucceed();
        Assert.DoesNotContain("groupingId", Requests.Find("POST", "/v2/dataModels/spec").Single().Body);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Write_without_a_response_is_confirmed_by_reading_and_sent_once(bool applied)
    {
        int before = Organization.Models.Count;
        Server.Faults.Arm(
            (applied ? KnownFaults.AppliedThenDropped("POST") : KnownFaults.Dropped() with { Method = "POST" }) with
            {
                PathContains = "/dataModels/spec",
            });
        ShellResult made = Run("$s | New-SigmaDataModel");
        Assert.Equal(1, Requests.Count("POST", "/v2/dataModels/spec"));
        Assert.Equal(before + (applied ? 1 : 0), Organization.Models.Count);
        if (applied)
        {
            Assert.NotEqual(PlugsOrders, made.MustSucceed().Property("DataModelId"));
        }
        else
        {
            Assert.Equal("SigmaWriteOutcomeUnknown", made.ErrorId);
        }
    }

    [Fact]
    [CoversParameter("New-SigmaDataModel", "WhatIf", "Confirm", "Session")]
    [CoversParameter("New-SigmaFolder", "WhatIf", "Confirm", "Session")]
    public void WhatIf_and_a_prompt_without_a_reply_create_nothing()
    {
        int models = Organization.Models.Count;
        int folders = Organization.Folders.Count;
        Assert.Contains("Create data model \"Plugs Orders\"", Run("$s | New-SigmaDataModel -WhatIf").MustSucceed().Host);
        Assert.Contains("folder \"Trials\"", Run("New-SigmaFolder Trials -WhatIf").MustSucceed().Host);
        Assert.NotEmpty(Run("$s | New-SigmaDataModel -Confirm").Errors);
        Assert.NotEmpty(Run("New-SigmaFolder Trials -Confirm").Errors);
        Assert.Equal((models, folders), (Organization.Models.Count, Organization.Folders.Count));
        Run("$session = Get-SigmaSession; Disconnect-Sigma").MustSucceed();
        Assert.Equal("SigmaSessionNotLive", Run("$s | New-SigmaDataModel -Session $session").ErrorId);
        Assert.Equal("SigmaSessionNotLive", Run("New-SigmaFolder Trials -Session $session").ErrorId);
    }

    [Fact]
    [CoversParameter("New-SigmaFolder", "Name", "ParentId", "Description")]
    public void Folder_is_created_in_the_given_parent()
    {
        Shell.Set("parent", Organization.AddFolder("Retail/Models"));
        ShellResult made = Run("New-SigmaFolder Trials -ParentId $parent -Description 'To try'").MustSucceed();
        Assert.Equal(
            ("Trials", "folder", "Retail/Models", "To try"),
            (made.Property("Name"), made.Property("Type"), made.Property("Path"), made.Property("Description")));
        Assert.Equal("SigmaInvalidArgument", Run("New-SigmaFolder").ErrorId);
        Assert.Equal("SigmaItemNotFound", Run("New-SigmaFolder Trials -ParentId nope").ErrorId);
        Server.Faults.Arm(KnownFaults.AppliedThenDropped("POST"));
        Assert.Equal("SigmaWriteOutcomeUnknown", Run("New-SigmaFolder Lost").ErrorId);
    }
}
