using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Codebase;

/// <summary>
/// Parameters have the names, aliases and pipeline input that a PowerShell user expects, and the help describes them as they are.
/// </summary>
public sealed class ParameterConventionTests : ShellTest
{
    [Fact]
    public void LiteralPath_takes_files_from_the_pipeline_in_every_cmdlet_that_reads_files()
    {
        CommandInfo[] readers = [.. Commands().Where(command => command.Parameters.ContainsKey("LiteralPath"))];
        Assert.True(readers.Length > 10);
        Assert.All(readers, command =>
        {
            ParameterMetadata literal = command.Parameters["LiteralPath"];
            Assert.Equal(["FullName", "PSPath"], literal.Aliases.Order(StringComparer.Ordinal));
            bool takesFiles =
                literal.ParameterSets.Values.Any(set => set.ValueFromPipelineByPropertyName)
                || command.Parameters.Values.Any(parameter =>
                    parameter.ParameterType == typeof(object) && parameter.ParameterSets.Values.Any(set => set.ValueFromPipeline));
            Assert.True(takesFiles, command.Name);
        });
    }

    [Fact]
    public void Parameter_of_a_folder_ID_has_an_alias_for_the_path()
    {
        ParameterMetadata[] folders =
        [
            .. Commands().SelectMany(command => command.Parameters.Values).Where(parameter => parameter.Name is "FolderId" or "ParentId"),
        ];
        Assert.True(folders.Length >= 7);
        Assert.All(folders, folder => Assert.Contains(folder.Name.Replace("Id", "Path", StringComparison.Ordinal), folder.Aliases));
    }

    [Fact]
    public void DestinationPath_has_the_alias_Path() =>
        Assert.All(
            Commands().SelectMany(command => command.Parameters.Values).Where(parameter => parameter.Name == "DestinationPath"),
            parameter => Assert.Contains("Path", parameter.Aliases));

    [Fact]
    public void Help_describes_aliases_position_and_pipeline_input_as_they_are()
    {
        List<string> wrong = [];
        foreach (CommandInfo command in Commands())
        {
            string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", command.Name + ".md"));
            foreach (
                ParameterMetadata parameter in command.Parameters.Values.Where(parameter =>
                    page.Contains($"### -{parameter.Name}\n", StringComparison.Ordinal) && parameter.Name is not ("WhatIf" or "Confirm")))
            {
                string facts = Regex.Match(page, $@"### -{parameter.Name}\n.*?```yaml\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
                string[] says =
                [
                    Sorted(Fact(facts, "Aliases")),
                    Fact(facts, "Position"),
                    Fact(facts, "Accept pipeline input").Contains("ByValue", StringComparison.Ordinal) + "",
                    Fact(facts, "Accept pipeline input").Contains("ByPropertyName", StringComparison.Ordinal) + "",
                ];
                if (!says.SequenceEqual(Real(parameter)))
                {
                    wrong.Add($"{command.Name} -{parameter.Name}: {string.Join(" | ", says)} is {string.Join(" | ", Real(parameter))}");
                }
            }
        }

        Assert.Equal([], wrong);
    }

    private static string[] Real(ParameterMetadata parameter)
    {
        ParameterSetMetadata[] sets = [.. parameter.ParameterSets.Values];
        int[] positions = [.. sets.Select(set => set.Position).Where(position => position >= 0).Distinct()];
        return
        [
            Sorted(string.Join(",", parameter.Aliases)),
            positions.Length > 0 ? positions[0].ToString(System.Globalization.CultureInfo.InvariantCulture) : "Named",
            sets.Any(set => set.ValueFromPipeline) + "",
            sets.Any(set => set.ValueFromPipelineByPropertyName) + "",
        ];
    }

    private static string Fact(string facts, string name) =>
        Regex.Match(facts, $"^{name}:(.*)$", RegexOptions.Multiline).Groups[1].Value.Trim();

    private static string Sorted(string list) =>
        string.Join(",", list.Split(',').Select(name => name.Trim()).Order(StringComparer.Ordinal));

    private IEnumerable<CommandInfo> Commands() =>
        Run("(Get-Module SigmaPS).ExportedCmdlets.Values")
            .MustSucceed()
            .Output.Select(command => (CommandInfo)PSObject.AsPSObject(command!).BaseObject);
}
