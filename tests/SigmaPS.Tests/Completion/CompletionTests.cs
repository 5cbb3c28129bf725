using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Completion;

/// <summary>The results of Tab: names that can be typed as they are; an empty list and no error, prompt or wait.</summary>
public sealed class CompletionTests : SandboxTest
{
    [Fact]
    public void Names_and_IDs_of_models_come_from_the_session_and_are_read_once()
    {
        Organization.AddModel("""{"name":"O'Hara’s $sales","schemaVersion":1,"pages":[]}""");
        Requests.Clear();
        Assert.Equal(["'Plugs Orders'"], Patiently("Get-SigmaDataModel -Name Plu"));
        Assert.Equal(["467bc369-5db7-4963-8172-b24a49dbc75b"], Complete("Get-SigmaDataModelSpec -DataModelId Plugs"));
        Assert.Equal(["'O''Hara’’s $sales'"], Complete("Get-SigmaDataModel -Name \"O'"));
        Assert.Equal(1, Requests.Count("GET", "/v2/dataModels"));
        Assert.Equal(
            "O'Hara’s $sales",
            Run("(Get-SigmaDataModel -Name " + Complete("Get-SigmaDataModel -Name \"O'").Single() + ").Name").MustSucceed().Texts.Single());
    }

    [Fact]
    public void Elements_and_columns_come_from_the_spec_on_the_line()
    {
        Run("$s = Get-SigmaDataModelSpec 06de7885-847b-468d-a96e-7db8f5b84bb1").MustSucceed();
        Assert.Equal(["Orders", "'Orders by Region'"], Complete("Rename-SigmaSpecColumn -Spec $s -Element Ord"));
        Assert.Contains("'Net Revenue'", Complete("Rename-SigmaSpecColumn -Spec $s -Element Orders -Name Net"));
    }

    [Fact]
    public void Folders_members_versions_tags_and_elements_come_from_the_session()
    {
        Run("Add-SigmaDataModelTag 467bc369-5db7-4963-8172-b24a49dbc75b 'Live now'").MustSucceed();
        Assert.Equal(["Retail", "'Retail/Models'", "'Retail/Models/Sandbox'"], Patiently("Get-SigmaDataModel -FolderPath Ret"));
        Assert.Equal(["'Retail/Models/Sandbox'"], Patiently("Copy-SigmaDataModel x -FolderId 'Retail/Models/"));
        Assert.Equal(
            [$"'{Organization.Colleague.Email}'"],
            Patiently($"Get-SigmaDataModel -Owner {Organization.Colleague.Email[..4]}"));
        Assert.Equal(["2", "1"], Patiently("Get-SigmaDataModelSpec 'Plugs Orders' -DocumentVersion "));
        Assert.Equal(["2", "1"], Patiently("Restore-SigmaDataModelSpec 467bc369-5db7-4963-8172-b24a49dbc75b -DocumentVersion "));
        Assert.Equal(["'Live now'"], Patiently("Get-SigmaDataModelElement 'Plugs Orders' -Tag "));
        Assert.Equal(["'Live now'"], Patiently("Publish-SigmaReleasePlan -Tag Live"));
        Assert.Contains("'Orders by Region'", Patiently("Find-SigmaUsage 06de7885-847b-468d-a96e-7db8f5b84bb1 -Element Ord"));
        Assert.Contains("data-model", Complete("Get-SigmaFile -Type da"));
    }

    [Theory]
    [InlineData("Get-SigmaDataModel -FolderPath Ret")]
    [InlineData("Get-SigmaDataModel -Owner a")]
    [InlineData("Get-SigmaDataModelSpec 'Plugs Orders' -DocumentVersion ")]
    [InlineData("Get-SigmaDataModelElement 'Plugs Orders' -Tag ")]
    [InlineData("Publish-SigmaReleasePlan -Tag L")]
    [InlineData("Find-SigmaUsage 'Plugs Orders' -Element O")]
    public void Live_completion_gives_nothing_when_Sigma_fails_or_nobody_is_connected(string line)
    {
        Server.Faults.Arm(new Fault { Method = "GET", PathContains = "/v2", Status = 500, Times = int.MaxValue });
        Assert.Empty(Ours(line));
        Run("Disconnect-Sigma");
        Assert.Empty(Ours(line));
        Assert.Empty(Run("$Error").Output);
    }

    [Fact]
    public void Odd_names_are_typed_as_names_and_none_takes_the_others_away()
    {
        Organization.AddModel("""{"name":"-Whatever","schemaVersion":1,"pages":[]}""");
        Organization.AddModel("""{"name":"","schemaVersion":1,"pages":[]}""");
        Assert.Contains("'-Whatever'", Patiently("Get-SigmaDataModel -Name "));
        Assert.True(Complete("Get-SigmaDataModelSpec -DataModelId ").Length > 3);
        Assert.Empty(Ours("New-SigmaReleasePlan -LiteralPath \"a`0b\" -Environment pr"));
    }

    [Fact]
    public void Rules_regions_and_environments_are_known_without_a_session()
    {
        Run("Disconnect-Sigma");
        File.WriteAllText(
            Path.Combine(Folder.FullName, "sigma.environments.json"),
            """{ "environments": { "prod": {}, "pre prod": {}, "test": {} } }""");
        Shell.Set("folder", Folder.FullName);
        Assert.Contains("missing-key", Complete("Get-SigmaDataModelSpecIssue -IncludeRule miss"));
        Assert.Contains("aws-eu", Complete("Connect-Sigma -Region aws-"));
        Assert.Equal(["prod", "'pre prod'"], Complete($"New-SigmaReleasePlan -Path {Folder.FullName} -Environment pr"));
        Assert.Equal(
            ["prod", "'pre prod'"],
            Complete(
                $"New-SigmaReleasePlan -Path {Folder.FullName} -EnvironmentPath {Folder.FullName}/sigma.environments.json -Environment pr"
            ));
    }

    [Fact]
    public void Completion_without_session_response_or_readable_file_is_empty_without_an_error()
    {
        Server.Faults.Arm(new Fault { Method = "GET", PathContains = "/v2/dataModels", Status = 500, Times = int.MaxValue });
        Assert.Empty(Ours("Get-SigmaDataModel -Name Plu"));
        Run("Disconnect-Sigma");
        Assert.Empty(Ours("Get-SigmaDataModel -Name Plu"));
        Assert.Empty(Ours("Rename-SigmaSpecColumn -Spec $nothing -Element Ord"));
        File.WriteAllText(Path.Combine(Folder.FullName, "sigma.environments.json"), "{ \"environments\": ");
        Assert.Empty(Ours($"New-SigmaReleasePlan -Path {Folder.FullName} -Environment pr"));
        Assert.Empty(Run("$Error").Output);
    }

    [Fact]
    public void Completer_returns_an_empty_list_instead_of_an_exception()
    {
        // PowerShell itself hides what a completer throws; an editor that asks it directly does not.
        foreach (string bound in new[] { "@{ EnvironmentPath = 'nowhere.json' }", "@{ Path = \"a`0b\" }" })
        {
            Assert.Equal(
                "0",
                Run(
                    "@([SigmaPS.Completion.EnvironmentCompleter]::new().CompleteArgument('New-SigmaReleasePlan', 'Environment', "
                        + $"'pr', $null, {bound})).Count"
                ).MustSucceed().Texts.Single());
        }
    }

    [Fact]
    public void Name_that_could_end_the_line_is_omitted_and_the_rest_is_text()
    {
        Organization.AddModel("""{"name":"Two\nlines","schemaVersion":1,"pages":[]}""");
        Organization.AddModel("""{"name":"##vso[task.complete]","schemaVersion":1,"pages":[]}""");
        Patiently("Get-SigmaDataModel -Name Plu");
        Assert.Empty(Ours("Get-SigmaDataModel -Name Two"));
        CompletionResult shown = Results("Get-SigmaDataModelSpec -DataModelId '##").Single();
        Assert.DoesNotContain("##vso[", shown.ListItemText + shown.ToolTip);
    }

    [Fact]
    public void Next_Tab_after_a_failed_response_requests_again()
    {
        Server.Faults.Arm(new Fault { Method = "GET", PathContains = "/v2/dataModels", Status = 500 });
        Assert.Equal(["'Plugs Orders'"], Patiently("Get-SigmaDataModel -Name Plu"));
    }

    [Fact]
    public async Task Silent_service_does_not_delay_completion()
    {
        Server.Faults.Arm(KnownFaults.Slow(TimeSpan.FromMinutes(10)) with { Method = "GET", PathContains = "/v2/dataModels" });
        Assert.Empty(await Task.Run(() => Ours("Get-SigmaDataModel -Name Plu")).WaitAsync(TimeSpan.FromSeconds(30)));
    }

    // The first response may take longer than a person waits; the next one is there.
    private string[] Patiently(string line)
    {
        for (int i = 0; i < 100; i++)
        {
            string[] found = Ours(line);
            if (found.Length > 0)
            {
                return found;
            }
        }

        return [];
    }

    private string[] Complete(string line) => Ours(line);

    // Where a completer gives nothing, PowerShell offers files; those are not ours.
    private string[] Ours(string line) => [.. Results(line).Select(match => match.CompletionText)];

    private CompletionResult[] Results(string line)
    {
        using PowerShell shell = PowerShell.Create(Shell.Runspace);
        return
        [
            .. CommandCompletion
                .CompleteInput(line, line.Length, [], shell)
                .CompletionMatches.Where(match => match.ResultType == CompletionResultType.ParameterValue),
        ];
    }
}
