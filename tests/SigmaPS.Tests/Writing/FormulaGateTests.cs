using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Writing;

/// <summary>Wrong formulas stop a write, one rule can pass, and a repair gives the right form.</summary>
public sealed class FormulaGateTests : IAsyncLifetime
{
    private const string PlugsOrders = "467bc369-5db7-4963-8172-b24a49dbc75b";

    private SandboxServer _server = null!;
    private Shell _shell = null!;

    public async Task InitializeAsync()
    {
        _server = await SandboxServer.StartAsync();
        _shell = Shell.ConnectedTo(_server);
        _shell.Set("id", PlugsOrders);
        _shell.Run("$s = Get-SigmaDataModelSpec $id; $el = $s.pages[0].elements[0]").MustSucceed();
        _shell.Run("$el.columns += @{ id = 'x1'; name = 'X'; formula = 'Summ(1) + 1' }").MustSucceed();
        _server.Requests.Clear();
    }

    public async Task DisposeAsync()
    {
        _shell.Run("Disconnect-Sigma");
        _shell.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    [CoversParameter("Set-SigmaDataModelSpec", "AllowIssue")]
    public void Set_lets_one_rule_pass_with_AllowIssue()
    {
        ShellResult refused = _shell.Run("$s | Set-SigmaDataModelSpec");
        Assert.Equal("SigmaInvalidSpec", refused.ErrorId);
        Assert.Contains("-AllowIssue misspelled-function", refused.ErrorText);
        Assert.Equal("SigmaInvalidSpec", _shell.Run("$s | Set-SigmaDataModelSpec -AllowIssue foreign-function").ErrorId);
        Assert.Equal(0, _server.Requests.Count("PUT"));
        _shell.Run("$s | Set-SigmaDataModelSpec -AllowIssue misspelled-function").MustSucceed();
        Assert.Equal(1, _server.Requests.Count("PUT"));
    }

    [Fact]
    public void An_unknown_rule_is_an_error_with_near_misses()
    {
        ShellResult refused = _shell.Run("$s | Set-SigmaDataModelSpec -AllowIssue misspeled-function");
        Assert.Contains("misspelled-function", refused.ErrorText);
        Assert.Equal(0, _server.Requests.Count("PUT"));
        Assert.Equal(refused.ErrorId, _shell.Run("$s | Set-SigmaDataModelSpec -AllowIssue ''").ErrorId);
    }

    [Fact]
    [CoversParameter("New-SigmaDataModel", "AllowIssue")]
    public void New_lets_one_rule_pass_with_AllowIssue()
    {
        Assert.Equal("SigmaInvalidSpec", _shell.Run("$s | New-SigmaDataModel -Name Trial").ErrorId);
        _shell.Run("$s | New-SigmaDataModel -Name Trial -AllowIssue misspelled-function").MustSucceed();
        Assert.Equal(1, _server.Requests.Count("POST", "/v2/dataModels/spec"));
    }

    [Fact]
    [CoversParameter("Restore-SigmaDataModelSpec", "AllowIssue")]
    public void Restore_lets_one_rule_pass_with_AllowIssue()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("sigmaps-").FullName, "broken.json");
        _shell.Set("file", file);
        WriteBroken(file);
        Assert.Equal("SigmaInvalidSpec", _shell.Run("Restore-SigmaDataModelSpec -LiteralPath $file").ErrorId);
        _shell.Run("Restore-SigmaDataModelSpec -LiteralPath $file -AllowIssue misspelled-function").MustSucceed();
        Assert.Equal(1, _server.Requests.Count("PUT"));
    }

    [Fact]
    public void Custom_functions_of_the_rules_file_are_not_errors()
    {
        string folder = Directory.CreateTempSubdirectory("sigmaps-").FullName;
        File.WriteAllText(Path.Combine(folder, "sigmaps.rules.json"), """{ "customFunctions": ["Summ"] }""");
        string file = Path.Combine(folder, "m.json");
        _shell.Set("file", file);
        WriteBroken(file);
        Assert.Equal(["True"], _shell.Run("\"$(Test-SigmaDataModelSpec -LiteralPath $file)\"").MustSucceed().Texts);
        _shell.Run("Set-SigmaDataModelSpec -LiteralPath $file").MustSucceed();
        Assert.Equal(1, _server.Requests.Count("PUT"));
    }

    [Fact]
    [CoversParameter("Repair-SigmaDataModelSpec", "Rule", "Spec")]
    public void Repair_writes_the_right_form_and_shows_old_and_new()
    {
        _shell.Run("$el.columns += @{ id = 'x2'; name = 'Y'; formula = 'SUM(COUNTD(1)) + sum(NVL([X], AND(1)))' }").MustSucceed();
        ShellResult result = _shell
            .Run(
                "$r = Repair-SigmaDataModelSpec -Spec $s -Rule wrong-case, FOREIGN-function -Verbose; $r.pages[0].elements[0].columns | "
                    + "Where-Object id -in x1, x2 | ForEach-Object formula"
            )
            .MustSucceed();
        Assert.Equal(["Summ(1) + 1", "Sum(CountDistinct(1)) + Sum(Coalesce([X], AND(1)))"], result.Texts);
        Assert.Equal(
            "Sum(1) + 1",
            _shell
                .Run(
                    "($s | Repair-SigmaDataModelSpec -Rule misspelled-function).pages[0].elements[0].columns | Where-Object id -eq x1 | "
                        + "ForEach-Object formula"
                )
                .MustSucceed()
                .Texts.Single());
        Assert.Contains("-Rule", _shell.Run("$s | Repair-SigmaDataModelSpec").ErrorText);
        Assert.Contains("wrong-case", _shell.Run("$s | Repair-SigmaDataModelSpec -Rule wrong-cse").ErrorText);
    }

    private void WriteBroken(string file)
    {
        JsonNode model = JsonNode.Parse(_server.Organization.Models.Single(model => model.Id == PlugsOrders).SpecJson)!;
        JsonArray columns = model["pages"]![0]!["elements"]![0]!["columns"]!.AsArray();
        columns.Add(new JsonObject { ["id"] = "x1", ["name"] = "X", ["formula"] = "Summ(1) + 1" });
        File.WriteAllText(file, model.ToJsonString());
    }

    [Fact]
    public void An_issue_has_its_suggested_formula()
    {
        Assert.Equal(
            ["Sum(1) + 1"],
            _shell
                .Run("$s | Get-SigmaDataModelSpecIssue -IncludeRule misspelled-function | ForEach-Object SuggestedFormula")
                .MustSucceed()
                .Texts);
        Assert.Empty(
            _shell
                .Run(
                    "$el.columns[-1].formula = 'Sun(1)'; $s | Get-SigmaDataModelSpecIssue -IncludeRule misspelled-function | "
                        + "ForEach-Object SuggestedFormula | Where-Object { $_ }"
                )
                .MustSucceed()
                .Texts);
    }
}
