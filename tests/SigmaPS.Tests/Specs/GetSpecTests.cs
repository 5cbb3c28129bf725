using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Specs;

public sealed class GetSpecTests : SandboxTest
{
    [Fact]
    [CoversParameter("Get-SigmaDataModelSpec", "DataModelId")]
    public void Spec_is_read_by_ID_by_address_and_from_the_pipeline()
    {
        Assert.Equal("Plugs Orders", Run($"Get-SigmaDataModelSpec {PlugsOrders}").MustSucceed().Property("name"));
        Assert.Equal(
            "Plugs Orders",
            Run("Get-SigmaDataModelSpec https://app.sigmacomputing.com/org-name/data-model/Plugs-Orders-2901pYHmWLoCy81SHAH0o3")
                .MustSucceed()
                .Property("name"));
        Assert.Equal(
            "Plugs Orders",
            Run("Get-SigmaDataModel -Name 'Plugs Orders' | Get-SigmaDataModelSpec").MustSucceed().Property("name"));
        Assert.All(Requests.All, request => Assert.Equal("application/json", request.Accept));
    }

    [Fact]
    [CoversParameter("Get-SigmaDataModelSpec", "DocumentVersion")]
    public void Older_version_can_be_read()
    {
        Organization.EditAsColleague(PlugsOrders, spec => spec["pages"]![0]!["name"] = "Later");
        Assert.Equal(
            ["Page 1", "Later"],
            Run(
                $"(Get-SigmaDataModelSpec {PlugsOrders} -DocumentVersion 2).pages[0].name; (Get-SigmaDataModelSpec "
                    + $"{PlugsOrders}).pages[0].name"
            ).MustSucceed().Texts);
    }

    [Fact]
    [CoversParameter("Get-SigmaDataModelSpec", "AsJson")]
    public void Text_is_exactly_what_the_service_sent()
    {
        string sent = Organization.GetModel(PlugsOrders).SpecJson;
        Assert.Equal([sent], Run($"Get-SigmaDataModelSpec {PlugsOrders} -AsJson").MustSucceed().Texts);
    }

    [Fact]
    public void One_bad_ID_does_not_end_the_others_and_its_error_is_complete()
    {
        ShellResult result = Run($"'467bc369-5db7-4963-8172-000000000000', 'nonsense', '{PlugsOrders}' | Get-SigmaDataModelSpec");
        Assert.Equal("Plugs Orders", result.Property("name"));
        Assert.Equal(2, result.Errors.Count);
        System.Management.Automation.ErrorRecord missing = result.Errors[0];
        Assert.Equal(System.Management.Automation.ErrorCategory.ObjectNotFound, missing.CategoryInfo.Category);
        Assert.Contains("Check the ID", missing.ErrorDetails.RecommendedAction);
        Assert.Matches(@"\(request [0-9a-f-]{36}\)$", missing.ErrorDetails.Message);
    }

    [Fact]
    public void Missing_input_is_an_error_without_a_prompt() =>
        Assert.Equal("SigmaInvalidArgument", Run("Get-SigmaDataModelSpec").ErrorId);
}
