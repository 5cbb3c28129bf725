using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Views;

/// <summary>
/// Views work in every host: their scripts call only what the engine alone provides, and none of them fails on any object.
/// </summary>
public sealed class ViewScriptTests(ViewScriptTests.Engine engine) : IClassFixture<ViewScriptTests.Engine>
{
    // Microsoft.PowerShell.Utility and .Management are separate assemblies, which a hosted engine does not have.
    private static readonly HashSet<string> EngineCommands = new(
        typeof(PSObject).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetCustomAttributes(typeof(CmdletAttribute), inherit: false))
            .Cast<CmdletAttribute>().Select(cmdlet => $"{cmdlet.VerbName}-{cmdlet.NounName}"),
        StringComparer.OrdinalIgnoreCase);

    public static TheoryData<string> Scripts => [.. ViewScript.All.Select(script => script.Name)];

    [Fact]
    public void Every_shipped_file_with_views_or_types_is_read()
    {
        Assert.Contains(ViewScript.Files, file => file.EndsWith("SigmaPS.Format.ps1xml", StringComparison.Ordinal));
        Assert.Contains(ViewScript.Files, file => file.EndsWith("SigmaPS.Types.ps1xml", StringComparison.Ordinal));
        Assert.Contains(ViewScript.All, script => script.Types.Contains("SigmaPS.ReleasePlan"));
        Assert.Contains("ForEach-Object", EngineCommands);
        Assert.DoesNotContain("Test-Path", EngineCommands);
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void View_script_calls_only_commands_that_the_engine_alone_provides(string name)
    {
        ViewScript script = ViewScript.All.First(s => s.Name == name);
        ScriptBlockAst ast = Parser.ParseInput(script.Text, out _, out ParseError[] errors);
        Assert.Empty(errors.Select(error => error.Message));
        Assert.Empty(ast.FindAll(node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>()
            .Where(command => command.GetCommandName() is not { } called || !EngineCommands.Contains(called))
            .Select(command => command.Extent.Text));
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void View_script_gives_text_for_a_full_object_and_no_error_for_an_empty_one(string name)
    {
        Shell shell = engine.Shell;
        ViewScript script = ViewScript.All.First(s => s.Name == name);
        Assert.All(script.Types, type =>
        {
            string text = Show(shell, script, SampleObject.Full(shell, type));
            Assert.True(text.Length > 0 || IsOfALiveSession(script), script.Text);
            Show(shell, script, SampleObject.Empty(shell, type));
        });
    }

    [Fact]
    public void View_of_every_list_property_shows_the_other_items_when_one_has_no_value()
    {
        Shell shell = engine.Shell;
        (ViewScript Script, string Type)[] lists = [.. ViewScript.Shown.SelectMany(script => script.Types
            .Where(type => SampleObject.TypeOf(shell, type).GetProperties().Any(property =>
                property.PropertyType.Name == "ItemList`1" && script.Text.Contains($"$_.{property.Name}", StringComparison.Ordinal)))
            .Select(type => (script, type)))];
        Assert.InRange(lists.Length, 15, int.MaxValue);
        Assert.All(lists, list =>
        {
            string text = Show(shell, list.Script, SampleObject.Full(shell, list.Type, hasNull: true));
            Assert.NotEqual("", text);
            if (list.Script.Text.Contains("::Items(", StringComparison.Ordinal))
            {
                Assert.StartsWith("{, ", text, StringComparison.Ordinal);
            }
        });
    }

    [Fact]
    public void Property_of_a_view_exists_on_its_types()
    {
        Shell shell = engine.Shell;
        Assert.Empty(ViewScript.Properties.SelectMany(property => property.Types
            .Where(type => SampleObject.TypeOf(shell, type).GetProperty(property.Text) is null)
            .Select(type => $"{type} has no {property.Text}")));
    }

    // Only a session that is still open knows when its token expires.
    private static bool IsOfALiveSession(ViewScript script) => script.Text.Contains("TokenExpiresAt", StringComparison.Ordinal);

    // The formatter swallows what a script block throws and leaves the cell empty, so the script runs here without it.
    private static string Show(Shell shell, ViewScript script, object item)
    {
        shell.Set("item", item);
        ShellResult result = shell.Run($"$item | ForEach-Object {{ {script.Text} }}").MustSucceed();
        return string.Join("\n", result.Texts);
    }

    /// <summary>One engine for all scripts, because none of them changes it.</summary>
    public sealed class Engine : IDisposable
    {
        internal Shell Shell { get; } = Shell.Borrow();

        public void Dispose() => Shell.Dispose();
    }
}
