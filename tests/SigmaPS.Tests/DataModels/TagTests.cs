using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.DataModels;

/// <summary>Add-SigmaDataModelTag: a tag on a published version.</summary>
public sealed class TagTests : IAsyncLifetime
{
    private const string PlugsOrders = "467bc369-5db7-4963-8172-b24a49dbc75b";
    private SandboxServer _server = null!;
    private Shell _shell = null!;

    public async Task InitializeAsync()
    {
        _server = await SandboxServer.StartAsync();
        _shell = Shell.ConnectedTo(_server);
        _shell.Set("model", PlugsOrders);
        _server.Requests.Clear();
    }

    public async Task DisposeAsync()
    {
        _shell.Run("Disconnect-Sigma");
        _shell.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    [CoversParameter("Add-SigmaDataModelTag", "DataModelId", "Tag", "DocumentVersion", "PassThru", "Session")]
    public void A_tag_stands_on_the_latest_version_or_on_the_one_that_was_said()
    {
        ShellResult made = _shell.Run("Get-SigmaDataModel $model | Add-SigmaDataModelTag -Tag Production -PassThru").MustSucceed();
        Assert.Equal(("Production", 2L, PlugsOrders), (made.Property("TagName"), made.Property("Version"), made.Property("DataModelId")));
        Assert.Equal(2, JsonNode.Parse(_server.Requests.Last("POST")!.Body)!["dataModelVersion"]!.GetValue<int>());
        Assert.Empty(
            _shell
                .Run(
                    "Get-SigmaDataModelVersion $model -Last 2 | Where-Object DocumentVersion -eq 1 | Add-SigmaDataModelTag -Tag "
                        + "Production -Session (Get-SigmaSession)"
                )
                .MustSucceed()
                .Output);
        ModelTag tag = Assert.Single(_server.Organization.GetModel(PlugsOrders).Tags);
        Assert.Equal(("Production", 1, made.Property("VersionTagId")), (tag.Name, tag.SourceVersion, tag.VersionTagId));
    }

    [Fact]
    [CoversParameter("Add-SigmaDataModelTag", "SourceMapping")]
    public void Other_sources_go_out_as_the_user_wrote_them()
    {
        _shell
            .Run(
                "Add-SigmaDataModelTag $model Production -SourceMapping @{ fromConnectionId = 'a'; toConnectionId = 'b'; paths = @(@{ "
                    + "fromPath = @('DEV', 'S'); toPath = @('PROD', 'S') }) }"
            )
            .MustSucceed();
        JsonNode mapping = Assert.Single(JsonNode.Parse(_server.Requests.Last("POST")!.Body)!["sourceMappingConfig"]!.AsArray())!;
        Assert.Equal(
            ("a", "b", "PROD"),
            (
                mapping["fromConnectionId"]!.GetValue<string>(),
                mapping["toConnectionId"]!.GetValue<string>(),
                mapping["paths"]![0]!["toPath"]![0]!.GetValue<string>()));
    }

    [Fact]
    [CoversParameter("Add-SigmaDataModelTag", "WhatIf", "Confirm")]
    public void WhatIf_names_tag_version_and_model_and_what_is_missing_is_said()
    {
        Assert.Contains("tag \"Production\" on version 2 of data model \"Plugs Orders\"", _shell.Run("Add-SigmaDataModelTag $model "
            + "Production -WhatIf").MustSucceed().Host);
        Assert.NotEmpty(_shell.Run("Add-SigmaDataModelTag $model Production -Confirm").Errors);
        Assert.Equal("SigmaInvalidArgument", _shell.Run("Add-SigmaDataModelTag $model").ErrorId);
        Assert.Equal("SigmaItemNotFound", _shell.Run("Add-SigmaDataModelTag $model Production -DocumentVersion 9").ErrorId);
        Assert.Empty(_server.Organization.GetModel(PlugsOrders).Tags);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_lost_answer_is_settled_by_looking_and_nothing_is_sent_twice(bool applied)
    {
        _server.Faults.Arm(applied ? KnownFaults.AppliedThenDropped("POST") : KnownFaults.Dropped() with { Method = "POST" });
        ShellResult result = _shell.Run("Add-SigmaDataModelTag $model Production -PassThru");
        Assert.Equal(applied ? [] : ["SigmaWriteOutcomeUnknown"], result.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Equal(applied ? 1 : 0, result.Output.Count);
        Assert.Equal(1, _server.Requests.Count("POST"));
    }
}
