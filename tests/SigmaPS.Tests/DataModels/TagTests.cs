using System.Linq;
using System.Text.Json.Nodes;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.DataModels;

/// <summary>Add-SigmaDataModelTag: a tag on a published version.</summary>
public sealed class TagTests : SandboxTest
{
    private protected override void Arrange() => Shell.Set("model", PlugsOrders);

    [Fact]
    [CoversParameter("Add-SigmaDataModelTag", "DataModelId", "Tag", "DocumentVersion", "PassThru", "Session")]
    public void Tag_is_put_on_the_latest_version_or_on_the_given_one()
    {
        ShellResult made = Run("Get-SigmaDataModel $model | Add-SigmaDataModelTag -Tag Production -PassThru").MustSucceed();
        Assert.Equal(("Production", 2L, PlugsOrders), (made.Property("TagName"), made.Property("Version"), made.Property("DataModelId")));
        Assert.Equal(2, JsonNode.Parse(Requests.Last("POST")!.Body)!["dataModelVersion"]!.GetValue<int>());
        Assert.Empty(
            Run(
                "Get-SigmaDataModelVersion $model -Last 2 | Where-Object DocumentVersion -eq 1 | Add-SigmaDataModelTag -Tag "
                    + "Production -Session (Get-SigmaSession)"
            ).MustSucceed().Output);
        ModelTag tag = Assert.Single(Organization.GetModel(PlugsOrders).Tags);
        Assert.Equal(("Production", 1, made.Property("VersionTagId")), (tag.Name, tag.SourceVersion, tag.VersionTagId));
    }

    [Fact]
    [CoversParameter("Add-SigmaDataModelTag", "SourceMapping")]
    public void Other_sources_go_out_as_the_user_wrote_them()
    {
        Run(
            "Add-SigmaDataModelTag $model Production -SourceMapping @{ fromConnectionId = 'a'; toConnectionId = 'b'; paths = @(@{ "
                + "fromPath = @('DEV', 'S'); toPath = @('PROD', 'S') }) }"
        ).MustSucceed();
        JsonNode mapping = Assert.Single(JsonNode.Parse(Requests.Last("POST")!.Body)!["sourceMappingConfig"]!.AsArray())!;
        Assert.Equal(
            ("a", "b", "PROD"),
            (
                mapping["fromConnectionId"]!.GetValue<string>(),
                mapping["toConnectionId"]!.GetValue<string>(),
                mapping["paths"]![0]!["toPath"]![0]!.GetValue<string>()));
    }

    [Fact]
    [CoversParameter("Add-SigmaDataModelTag", "WhatIf", "Confirm")]
    public void WhatIf_names_tag_version_and_model_and_a_missing_one_is_an_error()
    {
        Assert.Contains("tag \"Production\" on version 2 of data model \"Plugs Orders\"", Run("Add-SigmaDataModelTag $model "
            + "Production -WhatIf").MustSucceed().Host);
        Assert.NotEmpty(Run("Add-SigmaDataModelTag $model Production -Confirm").Errors);
        Assert.Equal("SigmaInvalidArgument", Run("Add-SigmaDataModelTag $model").ErrorId);
        Assert.Equal("SigmaItemNotFound", Run("Add-SigmaDataModelTag $model Production -DocumentVersion 9").ErrorId);
        Assert.Empty(Organization.GetModel(PlugsOrders).Tags);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Write_without_a_response_is_confirmed_by_reading_and_sent_once(bool applied)
    {
        Server.Faults.Arm(applied ? KnownFaults.AppliedThenDropped("POST") : KnownFaults.Dropped() with { Method = "POST" });
        ShellResult result = Run("Add-SigmaDataModelTag $model Production -PassThru");
        Assert.Equal(applied ? [] : ["SigmaWriteOutcomeUnknown"], result.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Equal(applied ? 1 : 0, result.Output.Count);
        Assert.Equal(1, Requests.Count("POST"));
    }
}
