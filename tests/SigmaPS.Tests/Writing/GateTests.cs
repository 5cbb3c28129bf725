using System.Collections;
using System.IO;
using System.Linq;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Writing;

/// <summary>Validation before a write: an introduced error stops it, and a preexisting one is reported.</summary>
public sealed class GateTests : SandboxTest
{
    private const string RenameOne = """
        $renamed = $null
        $tables = @($s.pages | ForEach-Object elements | Where-Object kind -eq 'table' | ForEach-Object id)
        foreach ($column in Get-SigmaSpecColumn $s) {
            if ($tables -notcontains $column.ElementId) { continue }
            $names = @{ Element = $column.ElementId; Name = $column.Name; NewName = "A name of its own $label" }
            try { $renamed = Rename-SigmaSpecColumn $s @names -ErrorAction Stop; break }
            catch [SigmaPS.SigmaException] { if ($_.Exception.ErrorId -ne 'SigmaEditRefused') { throw } }
        }
        $renamed | Set-SigmaDataModelSpec -AllowUnrepresented -AllowBreak -PassThru | ForEach-Object Status
        """;

    private protected override void Arrange()
    {
        Shell.Set("id", PlugsOrders);
        ReadSpec();
    }

    [Fact]
    public void All_that_an_edit_breaks_comes_in_one_error_and_nothing_is_sent()
    {
        ShellResult refused = Run(
            "1..12 | ForEach-Object { $el.columns += @{ id = \"x$_\"; formula = \"[Nothing $_] + 1\"; name = \"X $_\" } }; $s | "
                + "Set-SigmaDataModelSpec"
        );
        Assert.Equal("SigmaInvalidSpec", refused.ErrorId);
        Assert.Contains("12 errors", refused.ErrorText);
        Assert.Contains("[Nothing 10]", refused.ErrorText);
        Assert.DoesNotContain("[Nothing 11]", refused.ErrorText);
        Assert.Contains("And 2 more.", refused.ErrorText);
        Shell.Set("e", refused.Error.Exception);
        Assert.Equal(
            ["12", "unknown-reference", "/pages/0/elements/0/columns/33/formula"],
            Run("$e.Issues.Count; $e.Issues[11].RuleId; $e.Issues[11].Pointer").Texts);
        Assert.Equal(0, Requests.Count("PUT"));
        Assert.Equal(
            "Updated",
            Run("$s | Set-SigmaDataModelSpec -SkipValidation -PassThru").MustSucceed().Property("Status")!.ToString());
    }

    [Fact]
    public void WhatIf_reports_each_refusal_with_its_reason()
    {
        string host = Run("$el.columns[0].formula = '[Nothing]'; $s | Set-SigmaDataModelSpec -WhatIf").MustSucceed().Host;
        Assert.Contains("would be refused: needs -SkipValidation, because of 1 error such as: column \"Order Number\"", host);
        Assert.DoesNotContain("would be refused", Run("$s | Set-SigmaDataModelSpec -WhatIf -SkipValidation").MustSucceed().Host);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-NoVerify")]
    public void Preexisting_error_is_a_warning_and_does_not_block(string how)
    {
        Run("$el.columns[0].formula = '[Nothing]'; $s | Set-SigmaDataModelSpec -SkipValidation").MustSucceed();
        ShellResult result = Run(
            "$s = Get-SigmaDataModelSpec $id; $s.pages[0].elements[0].columns[1].description = 'x'; $s | Set-SigmaDataModelSpec "
                + $"-PassThru {how}"
        ).MustSucceed();
        Assert.Contains(
            "The live model has this error already: column \"Order Number\"",
            ((IEnumerable)result.Property("Findings")!).Cast<string>().First());
        Assert.Contains(result.Warnings, warning => warning.Contains("has this error already"));
    }

    [Fact]
    public void Column_of_every_model_of_the_sandbox_can_be_renamed_and_set()
    {
        foreach (SandboxModel model in Organization.Models.Where(model => !model.IsArchived).ToList())
        {
            Renames(model.Id, model.Name);
        }
    }

    [CorpusFact]
    public void Column_of_every_real_model_can_be_renamed_and_set() => RenamesInEach(CorpusFactAttribute.Folder);

    [Fact]
    public void Column_of_every_export_can_be_renamed_and_set() => RenamesInEach(Repository.Exports);

    private void RenamesInEach(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*.json"))
        {
            Renames(Organization.AddModel(File.ReadAllText(file), Path.GetFileName(file), "Retail/Models"), file);
        }
    }

    [Fact]
    [CoversParameter("New-SigmaDataModel", "SkipValidation")]
    public void New_model_has_to_be_free_of_errors()
    {
        Run("$el.columns[0].formula = '[Nothing]'").MustSucceed();
        ShellResult refused = Run("$s | New-SigmaDataModel -Name Trial");
        Assert.Equal("SigmaInvalidSpec", refused.ErrorId);
        Assert.Contains("[Nothing]", refused.ErrorText);
        Assert.Contains(
            "would be refused: needs -SkipValidation",
            Run("$s | New-SigmaDataModel -Name Trial -WhatIf").MustSucceed().Host);
        Assert.Equal(0, Requests.Count("POST", "/v2/dataModels/spec"));
        Assert.Equal(
            "Created",
            Run("$s | New-SigmaDataModel -Name Trial -SkipValidation").MustSucceed().Property("Status")!.ToString());
    }

    [Fact]
    public void No_good_model_of_the_sandbox_is_refused_as_a_new_one()
    {
        // A CSV table belongs to its own document, so the model that has one cannot be made anew.
        foreach (
            SandboxModel model in Organization.Models.Where(model =>
                    model.Name != "Known Faults" && !model.SpecJson.Contains("csv-table", System.StringComparison.Ordinal))
                .ToList())
        {
            Shell.Set("id", model.Id);
            Assert.DoesNotContain(
                "would be refused",
                Run("Get-SigmaDataModelSpec $id | New-SigmaDataModel -WhatIf").MustSucceed().Host);
        }
    }

    [Fact]
    public void Csv_table_is_refused_in_a_new_model_and_not_in_its_own()
    {
        Shell.Set(
            "id",
            Organization.Models.Single(model => model.SpecJson.Contains("csv-table", System.StringComparison.Ordinal)).Id);
        ShellResult refused = Run("Get-SigmaDataModelSpec $id | New-SigmaDataModel -Name Trial");
        Assert.Equal("SigmaInvalidSpec", refused.ErrorId);
        Assert.Contains("csv-table", refused.ErrorText);
        Assert.Equal(0, Requests.Count("POST", "/v2/dataModels/spec"));
        Assert.DoesNotContain(
            "csv-table",
            Run("$s = Get-SigmaDataModelSpec $id; $s.pages[0].elements[0].description = 'x'; $s | Set-SigmaDataModelSpec -WhatIf").Host);
    }

    private void Renames(string id, string label)
    {
        Shell.Set("id", id);
        Shell.Set("label", Path.GetFileName(label));
        if (
            Run(
                "$s = Get-SigmaDataModelSpec $id; @($s.pages | ForEach-Object elements | Where-Object kind -eq 'table' | "
                    + "ForEach-Object columns).Count"
            ).MustSucceed().Texts
            is ["0"])
        {
            return;
        }

        ShellResult result = Run(RenameOne);
        Assert.True(
            result.Errors.Count == 0 && result.Texts is ["Updated"],
            label + "\n" + string.Join("\n", result.Errors) + string.Join(",", result.Texts));
    }
}
