using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Codebase;

public sealed class HelpTests : ShellTest
{
    private const int ShortestText = 25;

    private readonly Dictionary<string, HashSet<string>?> _parameters = new(StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void Every_cmdlet_has_a_synopsis_an_example_and_a_text_for_each_visible_parameter()
    {
        foreach (string cmdlet in Cmdlets())
        {
            Shell.Set("name", cmdlet);

            // Without its category, Get-Help looks for topics and scripts of that name too, which takes ten times as long.
            ShellResult help = Run(
                "$h = Get-Help $name -Full -Category Cmdlet; $h.Synopsis; @($h.examples.example).Count; "
                    + "$h.parameters.parameter | ForEach-Object { $_.name + '|' + ($_.description | ForEach-Object Text) }"
            ).MustSucceed();
            Assert.True(help.Texts[0]!.Length >= ShortestText, $"{cmdlet}: synopsis");
            Assert.NotEqual("0", help.Texts[1]);
            string[] described =
            [
                .. help
                    .Texts.Skip(2)
                    .Select(line => line!)
                    .Where(line => line.Split('|', 2)[1].Trim().Length >= ShortestText)
                    .Select(line => line.Split('|')[0]),
            ];
            string[] parameters =
            [
                .. Command(cmdlet)!.Parameters.Values
                    .Where(parameter => !parameter.Attributes.OfType<ParameterAttribute>().Any(attribute => attribute.DontShow))
                    .Select(parameter => parameter.Name)
                    .Except(PSCmdlet.CommonParameters),
            ];
            Assert.Equal([], parameters.Except(described, StringComparer.OrdinalIgnoreCase).Select(p => cmdlet + " -" + p));
        }
    }

    [Fact]
    public void Every_command_and_parameter_in_an_example_exists()
    {
        string[] pages = [.. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md"), Path.Combine(Repository.Root, "README.md")];
        foreach (string page in pages)
        {
            foreach (Match block in Regex.Matches(File.ReadAllText(page), "```powershell\n(.*?)```", RegexOptions.Singleline))
            {
                ScriptBlockAst script = Parser.ParseInput(block.Groups[1].Value, out _, out ParseError[] errors);
                Assert.True(errors.Length == 0, $"{Path.GetFileName(page)}: {string.Join("; ", errors.Select(e => e.Message))}");
                foreach (CommandAst command in script.FindAll(ast => ast is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>())
                {
                    Check(Path.GetFileName(page), command);
                }
            }
        }
    }

    [Fact]
    public void Every_command_and_parameter_in_examples_exists()
    {
        string folder = Path.Combine(Repository.Root, "examples");
        string[] files =
        [
            .. Directory.GetFiles(folder, "*.ps1", SearchOption.AllDirectories),
            .. Directory.GetFiles(folder, "*.yml", SearchOption.AllDirectories),
        ];
        Assert.True(files.Length >= 4);
        foreach (string file in files)
        {
            string text = File.ReadAllText(file);
            foreach (string code in file.EndsWith(".ps1", StringComparison.Ordinal) ? [text] : Steps(text))
            {
                ScriptBlockAst script = Parser.ParseInput(code, out _, out ParseError[] errors);
                Assert.True(errors.Length == 0, $"{Path.GetFileName(file)}: {string.Join("; ", errors.Select(e => e.Message))}");
                foreach (CommandAst command in script.FindAll(ast => ast is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>())
                {
                    Check(Path.GetFileName(file), command);
                }
            }
        }
    }

    // A step's script is behind its key, or indented below it; a value of the pipeline is a word like any other.
    private static IEnumerable<string> Steps(string yaml) =>
        Regex
            .Matches(
                yaml,
                @"^(?<indent> *)(?<item>- )?(?:pwsh|run): (?:\|\n(?<block>(?:\k<indent>(?(item) {4,}| {2,}).*\n?)+)|(?<line>[^|\n].*))",
                RegexOptions.Multiline)
            .Select(step =>
                Regex.Replace(
                    step.Groups["block"].Success ? step.Groups["block"].Value : step.Groups["line"].Value,
                    @"\$\{\{.*?\}\}|\$\([A-Z][A-Za-z.]*\)",
                    "word"));

    private void Check(string page, CommandAst command)
    {
        string? name = command.GetCommandName();
        if (name is null || !name.Contains("Sigma", StringComparison.Ordinal))
        {
            return;
        }

        if (!_parameters.TryGetValue(name, out HashSet<string>? parameters))
        {
            _parameters[name] = parameters = ReadParameters(name);
        }

        Assert.True(parameters is not null, $"{page}: {name} does not exist");
        Assert.All(command.CommandElements.OfType<CommandParameterAst>(), parameter =>
            Assert.True(parameters!.Contains(parameter.ParameterName), $"{page}: {name} has no -{parameter.ParameterName}"));
    }

    // The names and aliases of a command's parameters; null if the command does not exist.
    private HashSet<string>? ReadParameters(string name) => Command(name) is not { } command ? null : new(
        command.Parameters.Values.SelectMany(parameter => parameter.Aliases.Append(parameter.Name)),
        StringComparer.OrdinalIgnoreCase);

    private CommandInfo? Command(string name)
    {
        Shell.Set("name", name);
        ShellResult known = Run("Get-Command $name");
        return known.Errors.Count > 0 ? null : (CommandInfo)PSObject.AsPSObject(known.Output.Single()!).BaseObject;
    }

    private IEnumerable<string> Cmdlets() =>
        Run("(Get-Module SigmaPS).ExportedCmdlets.Keys").MustSucceed().Texts.Select(text => text!);
}
