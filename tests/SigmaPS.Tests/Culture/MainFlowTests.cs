using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Culture;

/// <summary>The main flows give the same objects, files, tables and messages in every culture as in the invariant one.</summary>
public sealed partial class MainFlowTests : SandboxTest
{
    private const string Lookups = """
        (Get-SigmaDataModel -Name '*UNIONS*', 'FILTER g*', 'built ON*').Name
        (Get-SigmaDataModel -FolderPath 'RETAIL/*').Name
        Get-SigmaDataModel -Name 'plugs orders' | Out-Default
        Get-SigmaDataModel -Name 'Plugs Orders' | Get-SigmaDataModelVersion | Out-Default
        (Get-SigmaFile -Name '*FILTER*').Name
        (Get-SigmaConnection -Name '*I*').Name
        Get-SigmaFile -Name 'Filter*' | Out-Default
        (Find-SigmaDataModelColumn -Formula 'DISTRICT', 'UNIT').Name
        (Find-SigmaDataModelColumn -Name '*UNIT*').Name
        """;

    private const string Specs = """
        $specs = Get-SigmaDataModel -Name 'Filter Gallery', 'Plugs Orders', 'Control Gallery', 'Custom SQL' | Get-SigmaDataModelSpec
        $specs | ForEach-Object { Get-SigmaDataModelSpec $_.dataModelId -AsJson; Get-SigmaDataModelSpec $_.dataModelId -AsYaml }
        $specs | Get-SigmaSpecColumn -Name '*I*' | ForEach-Object { $_.Name }
        $specs | Get-SigmaDataModelSpecIssue -IncludeRule 'MISSING-*', 'UNKNOWN-*' | ForEach-Object { "$_" }
        $specs | Get-SigmaDataModelSpecIssue -Severity Hint | ForEach-Object { "$_" }
        $specs | Test-SigmaDataModelSpec
        $original = Get-SigmaDataModelSpec 467bc369-5db7-4963-8172-b24a49dbc75b
        $s = $original.PSObject.Copy()
        $s.pages[0].elements[0].description = 'I, i'
        $s.pages[0].elements[0].columns[0].format = @{ kind = 'number'; formatString = ',.2f'; scale = 1234.5; small = [decimal] 1.10; minus = -1; tiny = 1e-7 }
        Compare-SigmaDataModelSpec -ReferenceSpec $original -DifferenceSpec $s | ConvertTo-SigmaMarkdown
        Compare-SigmaDataModelSpec -ReferenceSpec $original -DifferenceSpec $s | Out-Default
        $s | ConvertTo-SigmaDiagram -As Html
        $s | Set-SigmaDataModelSpec -PassThru -WarningAction SilentlyContinue | Out-Default
        Get-SigmaDataModelSpec $s.dataModelId -AsYaml
        """;

    private const string Files = """
        Get-SigmaDataModel -Name 'Filter*', 'Plugs Orders' | Export-SigmaDataModelSpec -DestinationPath "$root/models" -PassThru | ForEach-Object { "$($_.Name) $($_.Status)" }
        Get-SigmaDataModel -Name 'Control*' | Export-SigmaDataModelSpec -DestinationPath "$root/models" -Format Yaml
        Import-SigmaDataModelSpec -Path "$root/models" | Get-SigmaSpecColumn | ForEach-Object { "$($_.Name) $($_.Formula)" }
        Get-SigmaDataModelSpecIssue -Path "$root/models" | ForEach-Object { "$_" }
        $plan = New-SigmaReleasePlan "$root/models" prod -EnvironmentPath "$root/sigma.environments.json"
        $plan | Out-Default
        $plan | ConvertTo-SigmaMarkdown
        $plan | Publish-SigmaReleasePlan -Confirm:$false -WarningAction SilentlyContinue | ForEach-Object { "$($_.Name) $($_.Status) $($_.VersionAfter)" }
        Get-SigmaDrift "$root/models" prod -EnvironmentPath "$root/sigma.environments.json" | ForEach-Object { "$_" }
        New-SigmaReleasePlan "$root/models" prod -EnvironmentPath "$root/sigma.environments.json" -Name 'FILTER*' | ForEach-Object { $_.Summary }
        """;

    private const string Errors = """
        try { Get-SigmaDataModelSpec 467bc369-5db7-4963-8172-b24a49dbc75b -ErrorAction Stop } catch { "$_" }
        """;

    // The invariant culture gives each row of the theory the same texts, so it is asked once.
    private static string[]? _invariant;

    private protected override SandboxOptions Options => new()
    {
        TimeProvider = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 14, 30, 0, TimeSpan.Zero)),
        NewFileDelay = TimeSpan.Zero,
    };

    [Theory]
    [CultureData]
    public async Task Main_flow_gives_the_same_result_as_in_the_invariant_culture(string culture)
    {
        if (_invariant is null)
        {
            _invariant = await RunAsync("");
            Folder.Delete(recursive: true);
            Folder.Create();
            await RestartAsync(Options);
        }

        string[] seen = await RunAsync(culture);
        Assert.Equal(_invariant.Length, seen.Length);
        Assert.All(_invariant.Zip(seen), pair => Assert.Equal(pair.First, pair.Second));
        Assert.All(_invariant.Take(3), text => Assert.True(text.Length > 500, text));
    }

    private async Task<string[]> RunAsync(string culture)
    {
        Shell.Set("culture", culture);
        Shell.Set("root", Folder.FullName);
        await File.WriteAllTextAsync(
            Path.Combine(Folder.FullName, "sigma.environments.json"),
            $$"""
            { "environments": { "prod": { "organization": "{{Organization.Id}}", "folder": "{{Organization.AddFolder(
                "Live I")}}", "models": ["*I*"] } } }
            """);
        string[] results = [Show(Lookups), Show(Specs), Show(Files), ""];
        Server.Faults.Arm(KnownFaults.Throttled(86400));
        results[3] = TimeOfRetry().Replace(Show(Errors), match => Regex.Replace(match.Value, "[0-9]", "0"));
        return results;
    }

    // Everything that a user sees, without the IDs and the folder that each run has for itself.
    private string Show(string script)
    {
        ShellResult result = Run("[cultureinfo]::CurrentCulture = $culture\n" + script).MustSucceed();
        string text = string.Join("\n", result.Texts.Append(result.Host).Concat(result.Warnings))
            .Replace(Folder.FullName, "ROOT", StringComparison.Ordinal);
        return RunFolder().Replace(ShortId().Replace(Uuid().Replace(text, "ID"), "ID"), match => Regex.Replace(match.Value, "[0-9]", "0"));
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Uuid();

    [GeneratedRegex("(?<=[-./])[0-9A-Za-z]{20,22}(?![0-9A-Za-z])")]
    private static partial Regex ShortId();

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}.[0-9]{2}.[0-9]{2}.[0-9]{2}Z")]
    private static partial Regex TimeOfRetry();

    [GeneratedRegex("[0-9]{8}T[0-9]{6}Z")]
    private static partial Regex RunFolder();
}
