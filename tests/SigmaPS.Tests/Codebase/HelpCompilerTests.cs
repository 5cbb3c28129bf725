using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Codebase;

/// <summary>The build compiles the help with module/help/HelpCompiler.cs; here it reads pages that do not have the layout.</summary>
public sealed class HelpCompilerTests : IDisposable
{
    private static readonly (string Page, string Text, string Broken, string Token)[] Cases =
    [
        ("Get-SigmaSession", "# Get-SigmaSession", "# Get-SigmaOther", "'Get-SigmaOther'"),
        ("Get-SigmaFile", "## OUTPUTS", "## RESULTS", "'## OUTPUTS'"),
        ("Get-SigmaMember", "Required: False", "Required: True", "SYNTAX"),
        ("Get-SigmaTable", "Position: ", "Place: ", "'Position:'"),
        ("Get-SigmaConnection", "[<CommonParameters>]", "[-Invented] [<CommonParameters>]", "-Invented"),
        ("Get-SigmaTableColumn", "## SYNOPSIS", "Text.\n\n## SYNOPSIS", "before the first section"),
        ("Disconnect-Sigma", "### Example 1", "#### Example 1", "###"),
        ("Clear-SigmaUsageCache", "Indicates that the", "Shows that the", "-Confirm"),
        ("Get-SigmaDataModelTag", "\nSpecifies ", "\nUses ", "'Specifies'"),
        ("Get-SigmaDataModelSource", "### Example 1: ", "### Example 0\n```powershell\n1\n```\n\n### Example 1: ", "before its code"),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sigmaps-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Build_names_file_and_line_and_stages_no_help_when_a_page_is_malformed()
    {
        DirectoryInfo docs = _folder.CreateSubdirectory("docs");
        foreach ((string page, string text, string broken, _) in Cases)
        {
            string[] parts = File.ReadAllText(Path.Combine(Repository.Root, "docs", $"{page}.md")).Split(text, 2);
            Assert.Equal(2, parts.Length);
            File.WriteAllText(Path.Combine(docs.FullName, $"{page}.md"), parts[0] + broken + parts[1]);
        }

        (int exitCode, string[] errors) = await HelpTargets.RunAsync("CompileHelp", _folder, "HELP001");
        Assert.NotEqual(0, exitCode);
        Assert.Equal(
            [],
            Cases.Where(one =>
                !errors.Any(error =>
                    error.Contains($"{one.Page}.md(", StringComparison.Ordinal) && error.Contains(one.Token, StringComparison.Ordinal))));
        Assert.Equal(Cases.Length, errors.Length);
        Assert.Empty(_folder.GetFiles("*.xml", SearchOption.AllDirectories));
    }
}
