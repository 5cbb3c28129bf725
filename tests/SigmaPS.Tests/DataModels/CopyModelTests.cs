using System.Collections;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.DataModels;

/// <summary>Copy-SigmaDataModel: a new model with the content of another one.</summary>
public sealed class CopyModelTests : SandboxTest
{
    private protected override void Arrange()
    {
        Shell.Set("model", PlugsOrders);
        Shell.Set("folder", Organization.AddFolder("Retail/Models"));
    }

    [Fact]
    [CoversParameter("Copy-SigmaDataModel", "DataModelId", "Name", "FolderId", "PassThru", "Session")]
    public void Copy_has_the_content_in_the_given_folder_with_the_given_name()
    {
        ShellResult copied = Run("$model | Copy-SigmaDataModel -Name 'Trial' -FolderId $folder -PassThru -Session (Get-SigmaSession)")
            .MustSucceed();
        SandboxModel made = Organization.GetModel((string)copied.Property("DataModelId")!);
        Assert.Equal(("Created", "Trial", 1L), (copied.Property("Status")!.ToString(), made.Name, copied.Property("VersionAfter")));
        Assert.Equal("Models", Organization.Folders.Single(f => f.Id == made.FolderId).Name);
        Assert.Equal(
            ["GET spec", "GET elements", "GET dataModels", "POST spec", "GET spec", "GET columns"],
            Requests.All.Select(r => r.Method + " " + r.Path.Split('/')[^1]));
        Shell.Set("made", made.Id);
        Assert.Empty(
            Run(
                "Compare-SigmaDataModelSpec -ReferenceSpec (Get-SigmaDataModelSpec $model) -DifferenceSpec (Get-SigmaDataModelSpec "
                    + "$made)"
            ).MustSucceed().Output);
        Assert.Equal(2, Organization.GetModel(PlugsOrders).LatestVersion);
    }

    [Fact]
    public void Copy_without_arguments_is_beside_the_original_with_a_name_of_its_own()
    {
        Assert.Empty(Run("Copy-SigmaDataModel $model").MustSucceed().Output);
        SandboxModel made = Organization.GetModelByName("Plugs Orders (copy)");
        Assert.Equal(Organization.GetModel(PlugsOrders).FolderId, made.FolderId);
    }

    [Theory]
    [InlineData(IdMode.Preserve, false)]
    [InlineData(IdMode.RemapNew, true)]
    [InlineData(IdMode.ReassignElements, false)]
    public void Map_contains_the_IDs_of_the_copy(IdMode mode, bool renewed)
    {
        Server.Options.IdMode = mode;
        ShellResult copied = Run("$c = Copy-SigmaDataModel $model -PassThru; $c").MustSucceed();
        IDictionary map = (IDictionary)copied.Property("IdMap")!;
        Assert.Equal(renewed, map.Count > 0);
        string element = "(Get-SigmaDataModelSpec $model).pages[0].elements[0].id";
        string now = Run("$c.Spec.pages[0].elements[0].id").Texts.Single()!;
        Assert.Equal(now, renewed ? map[Run(element).Texts.Single()!] : Run(element).Texts.Single());
    }

    [Fact]
    [CoversParameter("Copy-SigmaDataModel", "AllowIssue", "SkipValidation")]
    public void Copy_refuses_a_spec_with_errors_unless_the_rule_may_pass()
    {
        Organization.EditAsColleague(PlugsOrders, spec =>
            spec["pages"]![0]!["elements"]![0]!["columns"]![1]!["formula"] = "Summ(1)");
        ShellResult refused = Run("Copy-SigmaDataModel $model");
        Assert.Equal("SigmaInvalidSpec", refused.ErrorId);
        Assert.Contains("-AllowIssue misspelled-function", refused.ErrorText);
        Assert.Contains("-SkipValidation", Run("Copy-SigmaDataModel $model -WhatIf").MustSucceed().Host);
        Assert.Equal(0, Requests.Count("POST", "/v2/dataModels/spec"));
        Run("Copy-SigmaDataModel $model -AllowIssue misspelled-function").MustSucceed();
        Run("Copy-SigmaDataModel $model -SkipValidation").MustSucceed();
        Assert.Equal(2, Requests.Count("POST", "/v2/dataModels/spec"));
    }

    [Fact]
    public void Elements_that_a_spec_cannot_represent_are_named_before_and_after()
    {
        Organization.AddUnrepresentedElement(PlugsOrders, "Budget input");
        Assert.Contains("\"Budget input\" (input-table)", Run("Copy-SigmaDataModel $model -WhatIf").MustSucceed().Host);
        ShellResult copied = Run("Copy-SigmaDataModel $model -PassThru").MustSucceed();
        Assert.Contains("Budget input", Assert.Single(copied.Warnings));
        Assert.Contains("Budget input", Assert.Single((IEnumerable<string>)copied.Property("Findings")!));
    }

    [Fact]
    [CoversParameter("Copy-SigmaDataModel", "WhatIf", "Confirm")]
    public void WhatIf_creates_nothing_and_an_item_that_is_not_a_model_is_named()
    {
        Assert.Contains("data model \"Plugs Orders (copy)\"", Run("Copy-SigmaDataModel $model -WhatIf").MustSucceed().Host);
        Assert.NotEmpty(Run("Copy-SigmaDataModel $model -Confirm").Errors);
        Assert.Equal("SigmaNotADataModel", Run("Copy-SigmaDataModel $folder").ErrorId);
        Assert.Equal(0, Requests.Count("POST"));
    }
}
