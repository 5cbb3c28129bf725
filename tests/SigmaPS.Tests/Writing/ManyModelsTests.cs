using System;
using System.Linq;
using System.Management.Automation;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Writing;

/// <summary>Forty models through one pipeline: a table, an error for each that was refused, and one sentence.</summary>
public sealed class ManyModelsTests : SandboxTest
{
    private const int Models = 40;

    private protected override SandboxOptions Options => new() { SeedModels = false };

    private protected override void Arrange()
    {
        for (int i = 0; i < Models; i++)
        {
            Organization.AddModel(
                """{"schemaVersion":1,"pages":[{"id":"p","name":"Page 1","elements":[{"id":"t","kind":"table","name":"T","source":{"kind":"sql","connectionId":"c","statement":"select 1"},"columns":[{"id":"c1","formula":"1","name":"One"},{"id":"c2","formula":"2","name":"Two"}]}]}]}""",
                $"Model {i:00}",
                null);
        }

        Run("$all = @(0..39 | ForEach-Object { Get-SigmaDataModel -Name ('Model {0:00}' -f $_) } | Get-SigmaDataModelSpec)").MustSucceed();
    }

    [Fact]
    public void They_end_in_one_table_and_one_sentence_that_names_the_switch_each_refused_one_needs()
    {
        string stale = Organization.GetModelByName("Model 07").Id;
        Organization.EditAsColleague(stale, spec => spec["pages"]![0]!["name"] = "Theirs");
        ShellResult result = Run(
            "foreach ($s in $all[1..39]) { $s.pages[0].elements[0].columns[0].description = 'x' }; "
                + "$all[3].pages[0].elements[0].columns.RemoveAt(1); $all | Set-SigmaDataModelSpec -PassThru"
        );
        Assert.Equal(Models, result.Output.Count);
        Assert.Equal(
            ["37 Updated", "2 Refused", "1 Unchanged"],
            result
                .Output.GroupBy(item => ((PSObject)item!).Properties["Status"].Value.ToString())
                .OrderByDescending(group => group.Count())
                .Select(group => $"{group.Count()} {group.Key}"));
        Assert.Equal(2, result.Errors.Count);
        string sentence = Assert.Single(result.Warnings);
        Assert.Equal(
            "40 data models: 1 unchanged, 37 updated, 2 refused. \"Model 03\" needs -AllowRemoval; \"Model 07\" needs -IgnoreConflict.",
            sentence);
        Assert.Equal(sentence, Assert.Single(result.Information, record => record.Tags.Contains("SigmaPS.Summary")).MessageData.ToString());
    }

    [Fact]
    public void Those_that_a_person_declines_are_counted_as_declined()
    {
        int asked = 0;
        using Shell shell = new(answer: _ => ++asked % 2 == 1 ? 2 : 0);
        shell.Connect(Server).MustSucceed();
        ShellResult result = shell
            .Run(
                "$four = 0..3 | ForEach-Object { Get-SigmaDataModel -Name ('Model {0:00}' -f $_) } | Get-SigmaDataModelSpec; foreach ($s "
                    + "in $four) { $s.pages[0].elements[0].columns[0].description = 'x' }; $four | Set-SigmaDataModelSpec -Confirm"
            )
            .MustSucceed();
        string sentence = Assert.Single(result.Information, record => record.Tags.Contains("SigmaPS.Summary")).MessageData.ToString()!;
        Assert.Contains("2 declined", sentence);
        Assert.Contains("2 updated", sentence);
        Assert.Equal(2, Requests.Count("PUT"));
    }

    [Fact]
    public void WhatIf_sums_up_what_would_become_of_them()
    {
        ShellResult result = Run(
            "foreach ($s in $all) { $s.pages[0].elements[0].columns[0].description = 'x' }; $all | Set-SigmaDataModelSpec -WhatIf"
        ).MustSucceed();
        Assert.Empty(result.Warnings);
        Assert.Equal(
            "40 data models: 40 would be updated.",
            Assert.Single(result.Information, record => record.Tags.Contains("SigmaPS.Summary")).MessageData.ToString());
    }

    [Fact]
    public void One_that_failed_is_named_and_a_single_one_needs_no_sentence()
    {
        Server.Faults.Arm(new Fault { Method = "PUT", Status = 403, Message = "no" });
        ShellResult result = Run(
            "foreach ($s in $all) { $s.pages[0].elements[0].columns[0].description = 'x' }; $all[0..1] | Set-SigmaDataModelSpec");
        Assert.StartsWith("2 data models: 1 failed, 1 updated. \"Model 00\" failed "
            + "with Sigma", Assert.Single(result.Warnings), StringComparison.Ordinal);
        result = Run("$all[2] | Set-SigmaDataModelSpec").MustSucceed();
        Assert.DoesNotContain(result.Information, record => record.Tags.Contains("SigmaPS.Summary"));
    }

    [Fact]
    public void Model_that_cannot_be_read_or_written_is_counted_and_has_a_result()
    {
        System.IO.DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("sigmaps-");
        Shell.Set("folder", folder.FullName);
        Run("Get-SigmaDataModel -Name 'Model 0[0-3]' | Export-SigmaDataModelSpec $folder").MustSucceed();
        foreach (System.IO.FileInfo file in folder.GetFiles("*.json"))
        {
            System.IO.File.WriteAllText(
                file.FullName,
                System.IO.File.ReadAllText(file.FullName).Replace("\"One\"", "\"Eins\"", StringComparison.Ordinal));
        }

        string broken = System.IO.Path.Combine(folder.FullName, "Model 99.json");
        System.IO.File.WriteAllText(broken, "{");
        Server.Faults.Arm(new Fault { Method = "PUT", Status = 403, Message = "no" });
        ShellResult result = Run("Set-SigmaDataModelSpec -Path \"$folder/Model*.json\", \"$folder/none.json\" -PassThru");
        Assert.Equal(
            ["SigmaPermissionDenied", "SigmaInvalidSpec", "SigmaFileFailed"],
            result.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Equal(
            ["1 Failed", "3 Updated"],
            result
                .Output.GroupBy(item => ((PSObject)item!).Properties["Status"].Value.ToString())
                .Select(group => $"{group.Count()} {group.Key}")
                .Order());
        string sentence = Assert.Single(result.Warnings);
        Assert.StartsWith("6 data models: 3 failed, 3 updated. \"Model 00\" failed with "
            + "SigmaPermissionDenied; ", sentence, StringComparison.Ordinal);
        Assert.Contains("Model 99.json\" failed with SigmaInvalidSpec", sentence, StringComparison.Ordinal);
        Assert.EndsWith("none.json\" failed with SigmaFileFailed.", sentence, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Set_continues_after_an_empty_item_and_counts_it()
    {
        ShellResult result = Run(
            "foreach ($s in $all[0..1]) { $s.pages[0].elements[0].columns[0].description = 'x' }; $all[0], $all[1], $null, $all[2] | "
                + "Set-SigmaDataModelSpec"
        );
        Assert.Equal("SigmaInvalidArgument", result.ErrorId);
        Assert.Contains("2 updated", Assert.Single(result.Warnings));
        Assert.Contains("1 failed", Assert.Single(result.Warnings));
    }
}
