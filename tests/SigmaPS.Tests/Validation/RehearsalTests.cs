using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Validation;

/// <summary>-Rehearse asks Sigma with a scratch model, reports each column of type error at its line, and leaves nothing behind.</summary>
[Collection(ProcessWide.Name)]
public sealed class RehearsalTests : SandboxTest
{
    private const string Prefix = "SigmaPS rehearsal ";
    private const string Spec = """
        {
          "name": "Trial",
          "schemaVersion": 1,
          "pages": [
            {
              "id": "p1",
              "name": "Page 1",
              "elements": [
                {
                  "id": "e1",
                  "kind": "table",
                  "source": { "kind": "sql", "connectionId": "c", "statement": "select 1 as A" },
                  "name": "Orders",
                  "columns": [
                    { "id": "a", "formula": "[Custom SQL/A]", "name": "A" },
                    {
                      "id": "bad",
                      "name": "Bad",
                      "formula": "Frobnicate([A])"
                    },
                    { "id": "good", "formula": "Abs([A])", "name": "Good" },
                    { "id": "after", "formula": "[Bad] + 1", "name": "After" }
                  ]
                }
              ]
            }
          ]
        }
        """;

    private string _scratch = "";

    private protected override void Arrange()
    {
        Server.Options.NewFileDelay = TimeSpan.FromHours(1);
        _scratch = Organization.AddFolder("Scratch");
        Shell.Set("folder", _scratch);
        Shell.Set("file", Write("m.json", Spec.Replace("\"c\"", $"\"{Organization.Connections[0].Id}\"", StringComparison.Ordinal)));
        Shell.Set("work", Folder.FullName);
    }

    private SandboxModel[] Scratches => [.. Organization.Models.Where(model => model.Name.StartsWith(Prefix, StringComparison.Ordinal))];

    private SandboxModel[] Left => [.. Scratches.Where(model => !model.IsArchived)];

    [Theory]
    [InlineData(IdMode.Preserve)]
    [InlineData(IdMode.RemapNew)]
    [CoversParameter("Test-SigmaDataModelSpec", "Rehearse", "FolderId")]
    public void Rehearse_reports_each_broken_column_at_its_line(IdMode mode)
    {
        Server.Options.IdMode = mode;
        Assert.Equal(["True"], Run("\"$(Test-SigmaDataModelSpec -LiteralPath $file)\"").MustSucceed().Texts);
        ShellResult result = Run("Test-SigmaDataModelSpec -LiteralPath $file -Rehearse -FolderId $folder -InformationVariable issues")
            .MustSucceed();
        Assert.Equal(false, Assert.Single(result.Output.Select(o => ((PSObject)o!).BaseObject)));
        Assert.Contains(result.Warnings, warning =>
            warning.Contains("m.json(19,", StringComparison.Ordinal) && warning.Contains("Frobnicate", StringComparison.Ordinal));
        Assert.Equal(
            ["rehearsal-error 19 bad", "rehearsal-error 22 after"],
            Run(
                "$issues | Where-Object Tags -eq SigmaPS.Issue | ForEach-Object { $i = $_.MessageData; "
                    + "\"$($i.RuleId) $($i.Line) "
                    + "$($i.Pointer -replace '.*columns/1/.*', 'bad' -replace '.*columns/3/.*', 'after')\" }"
            ).Texts);
        Assert.Single(Scratches);
        Assert.Empty(Left);
    }

    [Fact]
    public void Rehearse_reports_a_broken_column_at_its_line_in_YAML()
    {
        string yaml = Write("m.yaml", """
            name: Trial
            schemaVersion: 1
            pages:
              - id: p1
                name: Page 1
                elements:
                  - id: e1
                    kind: table
                    source:
                      kind: sql
                      connectionId: CONNECTION
                      statement: select 1 as A
                    columns:
                      - id: a
                        formula: "[Custom SQL/A]"
                        name: A
                      - id: bad
                        name: Bad
                        formula: |-
                          If([A] > 1,
                            Frobnicate([A]),
                            2)
            """.Replace("CONNECTION", Organization.Connections[0].Id, StringComparison.Ordinal));
        Shell.Set("file", yaml);
        Assert.Contains(Run("Test-SigmaDataModelSpec -LiteralPath $file -Rehearse -FolderId $folder").MustSucceed().Warnings, warning =>
            warning.Contains("m.yaml(19,", StringComparison.Ordinal));
        Assert.Empty(Left);
    }

    [Fact]
    public void Rehearse_returns_true_for_a_spec_that_Sigma_can_compute()
    {
        File.WriteAllText(
            Path.Combine(Folder.FullName, "m.json"),
            File.ReadAllText(Path.Combine(Folder.FullName, "m.json")).Replace("Frobnicate", "Abs", StringComparison.Ordinal));
        Assert.Equal(["True"], Run("\"$(Test-SigmaDataModelSpec -LiteralPath $file -Rehearse -FolderId $folder)\"").MustSucceed().Texts);
        Assert.Single(Scratches);
        Assert.Empty(Left);
    }

    [Fact]
    [CoversParameter("Test-SigmaDataModelSpec", "WhatIf", "Confirm")]
    public void Rehearse_shows_the_model_and_sends_nothing_with_WhatIf()
    {
        Assert.Equal(
            ["True"],
            Run("\"$(Test-SigmaDataModelSpec -LiteralPath $file -Rehearse -FolderId $folder -WhatIf)\"").MustSucceed().Texts);
        string shown = Run("$null = Test-SigmaDataModelSpec -LiteralPath $file -Rehearse -FolderId $folder -WhatIf").Host;
        Assert.Contains("\"Trial\" with 1 page and 1 element", shown);
        Assert.Contains(_scratch, shown);
        Assert.NotEmpty(Run("Test-SigmaDataModelSpec -LiteralPath $file -Rehearse -FolderId $folder -Confirm").Errors);
        Assert.Equal(0, Requests.Count("POST", "/v2/dataModels/spec"));
    }

    [Fact]
    public void Rehearse_needs_a_scratch()
    {
        Assert.Contains("-FolderId", Run("Test-SigmaDataModelSpec -LiteralPath $file -Rehearse").ErrorText);
        Assert.Contains("-Rehearse", Run("Test-SigmaDataModelSpec -LiteralPath $file -FolderId $folder").ErrorText);
        Assert.Equal(
            "SigmaItemNotFound",
            Run("Test-SigmaDataModelSpec -LiteralPath $file -Rehearse -FolderId 11111111-2222-4333-8444-555555555555").ErrorId);
        Assert.Equal(
            "SigmaInvalidId",
            Run("Test-SigmaDataModelSpec -LiteralPath $file -Rehearse -FolderId 467bc369-5db7-4963-8172-b24a49dbc75b").ErrorId);
        Assert.Empty(Scratches);
    }

    [Fact]
    public void Rehearse_reports_a_refusal_at_the_place_that_Sigma_names()
    {
        Server.Faults.Arm(
            KnownFaults.Status(400, "bad_request", "pages[0].elements[0].columns[2].formula: Invalid string: undefined") with
            {
                Method = "POST",
            }
        );
        ShellResult result = Run("Test-SigmaDataModelSpec -LiteralPath $file -Rehearse -FolderId $folder").MustSucceed();
        Assert.Contains(result.Warnings, warning =>
            warning.Contains("m.json(21,", StringComparison.Ordinal) && warning.Contains("Invalid string", StringComparison.Ordinal));
        Assert.Equal("False", Assert.Single(result.Texts));
    }

    [Fact]
    public void Rehearse_without_permission_is_an_error_and_gives_false()
    {
        Server.Faults.Arm(KnownFaults.Forbidden() with { Method = "POST" });
        ShellResult result = Run("Test-SigmaDataModelSpec -LiteralPath $file -Rehearse -FolderId $folder");
        Assert.Equal("SigmaPermissionDenied", result.ErrorId);
        Assert.Equal("False", Assert.Single(result.Texts));
        Assert.Empty(Left);
    }

    [Theory]
    [InlineData("GET", "/columns")]
    [InlineData("GET", "/spec")]
    public void Rehearse_removes_the_scratch_model_after_an_error(string method, string path)
    {
        Server.Faults.Arm(KnownFaults.Status(500) with { Method = method, PathContains = path, Times = 9 });
        Assert.Equal("SigmaServiceUnavailable", Run("Test-SigmaDataModelSpec -LiteralPath $file -Rehearse -FolderId $folder").ErrorId);
        Assert.Single(Scratches);
        Assert.Empty(Left);
    }

    [Fact]
    public void Rehearse_finds_the_scratch_model_whose_creation_was_not_confirmed()
    {
        Server.Faults.Arm(KnownFaults.AppliedThenDropped("POST"));
        Assert.Equal(["False"], Run("\"$(Test-SigmaDataModelSpec -LiteralPath $file -Rehearse -FolderId $folder)\"").MustSucceed().Texts);
        Assert.Single(Scratches);
        Assert.Empty(Left);
    }

    [Fact]
    public void A_leftover_of_a_failed_removal_is_a_warning_and_removed_by_the_next_run()
    {
        Server.Faults.Arm(KnownFaults.Forbidden() with { Method = "DELETE" });
        ShellResult first = Run("Test-SigmaDataModelSpec -LiteralPath $file -Rehearse -FolderId $folder");
        string name = Assert.Single(Left).Name;
        Assert.Contains(first.Warnings, warning => warning.Contains(name, StringComparison.Ordinal));
        Assert.Contains(name, Run("Test-SigmaDataModelSpec -LiteralPath $file -Rehearse -FolderId $folder -WhatIf").Host);
        Run("Test-SigmaDataModelSpec -LiteralPath $file -Rehearse -FolderId $folder").MustSucceed();
        Assert.Equal(2, Scratches.Length);
        Assert.Empty(Left);
    }

    [Fact]
    public void Models_of_others_in_other_scratchs_or_with_similar_names_are_not_touched()
    {
        Server.Faults.Arm(KnownFaults.Forbidden() with { Method = "DELETE" });
        Run("Test-SigmaDataModelSpec -LiteralPath $file -Rehearse -FolderId $folder");
        SandboxModel real = Assert.Single(Left);
        Organization.Archive(real.Id);
        (string me, string other) = (Organization.ApiUser.Id, Organization.Colleague.Id);
        Add(real.Name, me, "Elsewhere");
        Add(real.Name, other, "Scratch");
        Add(Prefix + "notes", me, "Scratch");
        Add(real.Name[..^1] + (real.Name[^1] == '0' ? '1' : '0'), me, "Scratch");
        Add(real.Name + " (copy)", me, "Scratch");
        Add("My " + real.Name, me, "Scratch");
        string leftover = Add(real.Name, me, "Scratch");
        Run("Test-SigmaDataModelSpec -LiteralPath $file -Rehearse -FolderId $folder").MustSucceed();
        Assert.True(Organization.GetModel(leftover).IsArchived);
        Assert.Equal(5, Left.Length);
    }

    [Theory]
    [InlineData("POST", "/spec")]
    [InlineData("GET", "/spec")]
    [InlineData("GET", "/columns")]
    public async Task A_stop_in_the_middle_removes_the_scratch_model(string method, string path)
    {
        // The service applies the POST, and its response does not come.
        Server.Faults.Arm(method == "POST"
            ? new Fault { Method = method, PathContains = path, ApplyThenFail = true, Status = 200, Delay = TimeSpan.Zero, Body = "" }
            : KnownFaults.Slow(TimeSpan.FromMinutes(10)) with { Method = method, PathContains = path });
        Server.Faults.Arm(KnownFaults.Slow(TimeSpan.FromMinutes(10)) with { Method = "GET", PathContains = "/dataModels", Skip = 1 });
        using PowerShell shell = PowerShell.Create(Shell.Runspace);
        shell.AddScript("Test-SigmaDataModelSpec -LiteralPath $file -Rehearse -FolderId $folder");
        IAsyncResult running = shell.BeginInvoke();
        while (Left.Length == 0)
        {
            Assert.False(running.IsCompleted, "it ended before it could be stopped");
            await Task.Yield();
        }

        Server.Faults.Disarm();
        await Task.Run(shell.Stop).WaitAsync(TimeSpan.FromSeconds(60));
        for (Stopwatch watch = Stopwatch.StartNew(); Left.Length > 0 && watch.Elapsed < TimeSpan.FromSeconds(60);)
        {
            await Task.Delay(50);
        }

        Assert.Empty(Left);
    }

    [PwshFact]
    [Trait("Needs", "pwsh")]
    public async Task The_leftover_of_a_killed_process_is_removed_by_the_next_run()
    {
        ProcessStartInfo start = new(PwshFactAttribute.Program!) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (
            string argument in new[]
            {
                "-NoProfile",
                "-NonInteractive",
                "-Command",
                $"Import-Module '{Repository.Manifest}'; Connect-Sigma; "
                    + $"Test-SigmaDataModelSpec -LiteralPath '{Folder.FullName}/m.json' -Rehearse -FolderId {_scratch}",
            }
        )
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["SIGMA_BASE_URL"] = Server.BaseUrl.ToString();
        start.Environment["SIGMA_CLIENT_ID"] = Organization.ClientId;
        start.Environment["SIGMA_CLIENT_SECRET"] = Organization.ClientSecret;
        using Process process = Process.Start(start)!;
        string? whileAlive = null;
        Server.Faults.Arm(new Fault
        {
            Method = "GET",
            PathContains = "/columns",
            Meanwhile = async () =>
            {
                // A rehearsal of another process that still runs is not a leftover.
                await Task.Run(() => Run("Test-SigmaDataModelSpec -LiteralPath $file -Rehearse -FolderId $folder"));
                whileAlive = Left.SingleOrDefault()?.Id;

                // A pwsh that was installed as a .NET tool does its work in a child process.
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync();
            },
        });
        string[] texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode != 0, string.Concat(texts));
        Assert.Equal(whileAlive, Assert.Single(Left).Id);
        Server.Faults.Disarm();
        Run("Test-SigmaDataModelSpec -LiteralPath $file -Rehearse -FolderId $folder").MustSucceed();
        Assert.Empty(Left);
    }

    private string Add(string name, string createdBy, string folder)
    {
        JsonObject spec = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder.FullName, "m.json")))!.AsObject();
        spec["dataModelId"] = Guid.NewGuid().ToString();
        spec["createdBy"] = createdBy;
        return Organization.AddModel(spec, name, folder);
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(Folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
