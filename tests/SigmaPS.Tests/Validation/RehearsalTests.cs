using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Validation;

/// <summary>-Rehearse asks Sigma with a scratch model, and reports each column of type error at its line.</summary>
public sealed class RehearsalTests : RehearsalTestBed
{
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
        Assert.Contains(Scratch, shown);
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
}
