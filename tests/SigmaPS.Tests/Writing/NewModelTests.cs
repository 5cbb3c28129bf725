using System.Collections;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Writing;

public sealed class NewModelTests : IAsyncLifetime
{
    private const string PlugsOrders = "467bc369-5db7-4963-8172-b24a49dbc75b";
    private SandboxServer _server = null!;
    private Shell _shell = null!;

    public async Task InitializeAsync()
    {
        _server = await SandboxServer.StartAsync();
        _shell = Shell.ConnectedTo(_server, retryTimeoutSec: 5);
        _shell.Run($"$s = Get-SigmaDataModelSpec {PlugsOrders}").MustSucceed();
        _server.Requests.Clear();
    }

    public async Task DisposeAsync()
    {
        _shell.Run("Disconnect-Sigma");
        _shell.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("$s | New-SigmaDataModel -Name ' '", "SigmaInvalidArgument", "-Name of New-SigmaDataModel")]
    [InlineData("$s | New-SigmaDataModel -Name ''", "SigmaInvalidArgument", "-Name of New-SigmaDataModel")]
    [InlineData("$s.name = ''; $s | New-SigmaDataModel", "SigmaInvalidSpec", "-Name")]
    public void A_blank_name_makes_no_model(string script, string id, string says)
    {
        ShellResult refused = _shell.Run(script);
        Assert.Equal(id, refused.ErrorId);
        Assert.Contains(says, refused.ErrorText);
        Assert.Equal(0, _server.Requests.Count("POST"));
    }

    [Fact]
    public void A_spec_without_a_name_does_not_keep_the_next_one_from_being_made()
    {
        ShellResult result = _shell.Run(
            "$nameless = $s.PSObject.Copy(); $null = $nameless.Remove('name'); $nameless, $s | New-SigmaDataModel");
        Assert.Equal("SigmaInvalidSpec", Assert.Single(result.Errors).FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(1, _server.Requests.Count("POST"));
    }

    [Fact]
    [CoversParameter("New-SigmaDataModel", "Spec", "Name", "FolderId")]
    public void A_model_is_made_from_a_spec_with_the_same_content()
    {
        string folder = _server.Organization.AddFolder("Retail/Models");
        _shell.Set("folder", folder);
        ShellResult made = _shell.Run("$s | New-SigmaDataModel -Name 'Trial' -FolderId $folder").MustSucceed();
        Assert.Equal(("Trial", "Created", 1L), (made.Property("Name"), made.Property("Status")!.ToString(), made.Property("VersionAfter")));
        SandboxModel model = _server.Organization.GetModel((string)made.Property("DataModelId")!);
        _shell.Set("id", model.Id);
        Assert.Equal(("Trial", folder), (model.Name, model.FolderId));
        Assert.Equal(["22"], _shell.Run("(Get-SigmaDataModelSpec $id).pages[0].elements[0].columns.Count").MustSucceed().Texts);
        Assert.Empty(made.Warnings);
        JsonObject body = JsonNode.Parse(_server.Requests.Find("POST", "/v2/dataModels/spec").Single().Body)!.AsObject();
        Assert.DoesNotContain("dataModelId", body.Select(member => member.Key));
        Assert.DoesNotContain("documentVersion", body.Select(member => member.Key));
    }

    [Fact]
    [CoversParameter("New-SigmaDataModel", "Json", "Path", "LiteralPath")]
    public void Texts_and_files_make_a_model_in_my_documents_under_their_own_name()
    {
        _shell.Set("text", _server.Organization.GetModel(PlugsOrders).SpecJson);
        ShellResult made = _shell.Run("New-SigmaDataModel -Json $text").MustSucceed();
        Assert.Equal("Plugs Orders", made.Property("Name"));
        Assert.Equal(
            _server.Organization.ApiUser.HomeFolderId,
            _server.Organization.GetModel((string)made.Property("DataModelId")!).FolderId);
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + " [1].json");
        File.WriteAllText(file, _server.Organization.GetModel(PlugsOrders).SpecJson);
        try
        {
            _shell.Set("file", file);
            Assert.Equal("Created", _shell.Run("New-SigmaDataModel -LiteralPath $file").MustSucceed().Property("Status")!.ToString());
            Assert.Equal(
                "Created",
                _shell.Run("New-SigmaDataModel -Path $file.Replace(' [1]', '*')").MustSucceed().Property("Status")!.ToString());
        }
        finally
        {
            File.Delete(file);
        }

        Assert.Equal("SigmaInvalidArgument", _shell.Run("New-SigmaDataModel").ErrorId);
        Assert.Equal("SigmaInvalidSpec", _shell.Run("""New-SigmaDataModel -Json '{"schemaVersion":1,"pages":[]}'""").ErrorId);
    }

    [Fact]
    public void Ids_that_the_service_gives_anew_stand_in_the_map()
    {
        _server.Options.IdMode = IdMode.RemapNew;
        ShellResult made = _shell.Run("$s | New-SigmaDataModel -Name 'Trial'").MustSucceed();
        Assert.NotEmpty((IDictionary)made.Property("IdMap")!);
    }

    [Fact]
    public void The_grouping_base_that_the_service_shows_is_taken_out()
    {
        _shell.Run("$s.pages[0].elements[0].source.groupingId = 'base'").MustSucceed();
        _shell.Run("$s | New-SigmaDataModel -Name 'Trial'").MustSucceed();
        Assert.DoesNotContain("groupingId", _server.Requests.Find("POST", "/v2/dataModels/spec").Single().Body);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_lost_answer_is_settled_by_looking_and_nothing_is_sent_twice(bool applied)
    {
        int before = _server.Organization.Models.Count;
        _server.Faults.Arm(
            (applied ? KnownFaults.AppliedThenDropped("POST") : KnownFaults.Dropped() with { Method = "POST" }) with
            {
                PathContains = "/dataModels/spec",
            });
        ShellResult made = _shell.Run("$s | New-SigmaDataModel");
        Assert.Equal(1, _server.Requests.Count("POST", "/v2/dataModels/spec"));
        Assert.Equal(before + (applied ? 1 : 0), _server.Organization.Models.Count);
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
    public void WhatIf_makes_nothing_and_a_question_that_nobody_answers_makes_nothing()
    {
        int models = _server.Organization.Models.Count;
        int folders = _server.Organization.Folders.Count;
        Assert.Contains("Create data model \"Plugs Orders\"", _shell.Run("$s | New-SigmaDataModel -WhatIf").MustSucceed().Host);
        Assert.Contains("folder \"Trials\"", _shell.Run("New-SigmaFolder Trials -WhatIf").MustSucceed().Host);
        Assert.NotEmpty(_shell.Run("$s | New-SigmaDataModel -Confirm").Errors);
        Assert.NotEmpty(_shell.Run("New-SigmaFolder Trials -Confirm").Errors);
        Assert.Equal((models, folders), (_server.Organization.Models.Count, _server.Organization.Folders.Count));
        _shell.Run("$session = Get-SigmaSession; Disconnect-Sigma").MustSucceed();
        Assert.Equal("SigmaSessionNotLive", _shell.Run("$s | New-SigmaDataModel -Session $session").ErrorId);
        Assert.Equal("SigmaSessionNotLive", _shell.Run("New-SigmaFolder Trials -Session $session").ErrorId);
    }

    [Fact]
    [CoversParameter("New-SigmaFolder", "Name", "ParentId", "Description")]
    public void A_folder_is_made_where_it_shall_be()
    {
        _shell.Set("parent", _server.Organization.AddFolder("Retail/Models"));
        ShellResult made = _shell.Run("New-SigmaFolder Trials -ParentId $parent -Description 'To try'").MustSucceed();
        Assert.Equal(
            ("Trials", "folder", "Retail/Models", "To try"),
            (made.Property("Name"), made.Property("Type"), made.Property("Path"), made.Property("Description")));
        Assert.Equal("SigmaInvalidArgument", _shell.Run("New-SigmaFolder").ErrorId);
        Assert.Equal("SigmaItemNotFound", _shell.Run("New-SigmaFolder Trials -ParentId nope").ErrorId);
        _server.Faults.Arm(KnownFaults.AppliedThenDropped("POST"));
        Assert.Equal("SigmaWriteOutcomeUnknown", _shell.Run("New-SigmaFolder Lost").ErrorId);
    }
}
