using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Writing;

/// <summary>Wrong formulas stop a write, one rule can pass, and a repair gives the right form.</summary>
public sealed class FormulaGateTests : SandboxTest
{
    private protected override void Arrange()
    {
        Shell.Set("id", PlugsOrders);
        ReadSpec();
        Run("$el.columns += @{ id = 'x1'; name = 'X'; formula = 'Summ(1) + 1' }").MustSucceed();
    }

    [Fact]
    [CoversParameter("Set-SigmaDataModelSpec", "AllowIssue")]
    public void Set_lets_one_rule_pass_with_AllowIssue()
    {
        ShellResult refused = Run("$s | Set-SigmaDataModelSpec");
        Assert.Equal("SigmaInvalidSpec", refused.ErrorId);
        Assert.Contains("-AllowIssue misspelled-function", refused.ErrorText);
        Assert.Equal("SigmaInvalidSpec", Run("$s | Set-SigmaDataModelSpec -AllowIssue foreign-function").ErrorId);
        Assert.Equal(0, Requests.Count("PUT"));
        Run("$s | Set-SigmaDataModelSpec -AllowIssue misspelled-function").MustSucceed();
        Assert.Equal(1, Requests.Count("PUT"));
    }

    [Fact]
    public void Unknown_rule_is_an_error_with_near_misses()
    {
        ShellResult refused = Run("$s | Set-SigmaDataModelSpec -AllowIssue misspeled-function");
        Assert.Contains("misspelled-function", refused.ErrorText);
        Assert.Equal(0, Requests.Count("PUT"));
        Assert.Equal(refused.ErrorId, Run("$s | Set-SigmaDataModelSpec -AllowIssue ''").ErrorId);
    }

    [Fact]
    [CoversParameter("New-SigmaDataModel", "AllowIssue")]
    public void New_lets_one_rule_pass_with_AllowIssue()
    {
        Assert.Equal("SigmaInvalidSpec", Run("$s | New-SigmaDataModel -Name Trial").ErrorId);
        Run("$s | New-SigmaDataModel -Name Trial -AllowIssue misspelled-function").MustSucceed();
        Assert.Equal(1, Requests.Count("POST", "/v2/dataModels/spec"));
    }

    [Fact]
    [CoversParameter("Restore-SigmaDataModelSpec", "AllowIssue")]
    public void Restore_lets_one_rule_pass_with_AllowIssue()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("sigmaps-").FullName, "broken.json");
        Shell.Set("file", file);
        WriteBroken(file);
        Assert.Equal("SigmaInvalidSpec", Run("Restore-SigmaDataModelSpec -LiteralPath $file").ErrorId);
        Run("Restore-SigmaDataModelSpec -LiteralPath $file -AllowIssue misspelled-function").MustSucceed();
        Assert.Equal(1, Requests.Count("PUT"));
    }

    [Fact]
    public void Custom_functions_of_the_rules_file_are_not_errors()
    {
        string folder = Directory.CreateTempSubdirectory("sigmaps-").FullName;
        File.WriteAllText(Path.Combine(folder, "sigmaps.rules.json"), """{ "customFunctions": ["Summ"] }""");
        string file = Path.Combine(folder, "m.json");
        Shell.Set("file", file);
        WriteBroken(file);
        Assert.Equal(["True"], Run("\"$(Test-SigmaDataModelSpec -LiteralPath $file)\"").MustSucceed().Texts);
        Run("Set-SigmaDataModelSpec -LiteralPath $file").MustSucceed();
        Assert.Equal(1, Requests.Count("PUT"));
    }

    [Fact]
    [CoversParameter("Repair-SigmaDataModelSpec", "Rule", "Spec")]
    public void Repair_writes_the_right_form_and_shows_old_and_new()
    {
        Run("$el.columns += @{ id = 'x2'; name = 'Y'; formula = 'SUM(COUNTD(1)) + sum(NVL([X], AND(1)))' }").MustSucceed();
        ShellResult result = Run(
            "$r = Repair-SigmaDataModelSpec -Spec $s -Rule wrong-case, FOREIGN-function -Verbose; $r.pages[0].elements[0].columns | "
                + "Where-Object id -in x1, x2 | ForEach-Object formula"
        ).MustSucceed();
        Assert.Equal(["Summ(1) + 1", "Sum(CountDistinct(1)) + Sum(Coalesce([X], AND(1)))"], result.Texts);
        Assert.Equal(
            "Sum(1) + 1",
            Run(
                "($s | Repair-SigmaDataModelSpec -Rule misspelled-function).pages[0].elements[0].columns | Where-Object id -eq x1 | "
                    + "ForEach-Object formula"
            ).MustSucceed().Texts.Single());
        Assert.Contains("-Rule", Run("$s | Repair-SigmaDataModelSpec").ErrorText);
        Assert.Contains("wrong-case", Run("$s | Repair-SigmaDataModelSpec -Rule wrong-cse").ErrorText);
    }

    private void WriteBroken(string file)
    {
        JsonNode model = JsonNode.Parse(Organization.Models.Single(model => model.Id == PlugsOrders).SpecJson)!;
        JsonArray columns = model["pages"]![0]!["elements"]![0]!["columns"]!.AsArray();
        columns.Add(new JsonObject { ["id"] = "x1", ["name"] = "X", ["formula"] = "Summ(1) + 1" });
        File.WriteAllText(file, model.ToJsonString());
    }

    [Fact]
    public void Issue_has_its_suggested_formula()
    {
        Assert.Equal(
            ["Sum(1) + 1"],
            Run("$s | Get-SigmaDataModelSpecIssue -IncludeRule misspelled-function | ForEach-Object SuggestedFormula").MustSucceed().Texts);
        Assert.Empty(
            Run(
                "$el.columns[-1].formula = 'Sun(1)'; $s | Get-SigmaDataModelSpecIssue -IncludeRule misspelled-function | "
                    + "ForEach-Object SuggestedFormula | Where-Object { $_ }"
            ).MustSucceed().Texts);
    }
}
