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

/// <summary>A rehearsal removes its scratch model, and what an earlier one left behind, and nothing else.</summary>
[Collection(ProcessWide.Name)]
public sealed class RehearsalLeftoverTests : RehearsalTestBed
{
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
    public void Leftover_of_a_failed_removal_is_a_warning_and_removed_by_the_next_run()
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
    public async Task Stop_in_the_middle_removes_the_scratch_model(string method, string path)
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
    public async Task Leftover_of_a_killed_process_is_removed_by_the_next_run()
    {
        using Process process = PwshProcess.Start(
            Server, $"Test-SigmaDataModelSpec -LiteralPath '{Folder.FullName}/m.json' -Rehearse -FolderId {Scratch}");
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

                await process.EndAsync();
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
}
