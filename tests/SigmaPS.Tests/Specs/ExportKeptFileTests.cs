using System.IO;
using System.Linq;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Specs;

/// <summary>An export keeps the files of others, and those that a person has edited.</summary>
public sealed class ExportKeptFileTests : ExportTestBed
{
    [Theory]
    [InlineData("package.json", "{}")]
    [InlineData("sigma.environments.json", "{ \"environments\": {} }")]
    [InlineData("Draft of Plugs Orders.2901pYHmWLoCy81SHAH0o3.json", "")]
    public void Export_keeps_a_file_that_is_not_its_own_when_the_index_names_it_or_is_lost(string name, string content)
    {
        Export("-DataModelId $id");
        string own = Path.Combine(Folder.FullName, PlugsFile);
        string other = Path.Combine(Folder.FullName, name);
        File.WriteAllText(other, content.Length > 0 ? content : File.ReadAllText(own));
        string index = Path.Combine(Folder.FullName, ".sigma", "index.json");
        File.WriteAllText(index, content.Length > 0 ? File.ReadAllText(index).Replace(PlugsFile, name) : "{\"models\": []}");
        Assert.Equal("Unchanged", Export("-DataModelId $id -OverwriteEdited").Property("Status")!.ToString());
        Assert.True(File.Exists(other));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-Format Yaml")]
    [InlineData("rename")]
    [CoversParameter("Export-SigmaDataModelSpec", "OverwriteEdited")]
    public void Export_keeps_an_edited_file_when_OverwriteEdited_is_absent(string how)
    {
        Export("-DataModelId $id");
        string own = Path.Combine(Folder.FullName, PlugsFile);
        string edited = File.ReadAllText(own).Replace("\"schemaVersion\": 1", "\"my\": \"WORK\", \"schemaVersion\": 1");
        File.WriteAllText(own, edited);
        if (how == "rename")
        {
            Run("$s = Get-SigmaDataModelSpec $id; $s.name = 'Other'; $s | Set-SigmaDataModelSpec").MustSucceed();
        }

        string arguments = "-DataModelId $id " + (how == "rename" ? "" : how);
        ShellResult kept = Export(arguments);
        Assert.Equal("Kept", kept.Property("Status")!.ToString());
        Assert.Contains("-OverwriteEdited", Assert.Single(kept.Warnings));
        Assert.Equal(edited, File.ReadAllText(own));
        Export(arguments + " -OverwriteEdited");
        Assert.DoesNotContain("WORK", string.Concat(Files("").Select(file => File.ReadAllText(Path.Combine(Folder.FullName, file)))));
        Assert.Single(Files(""));
    }

    [Fact]
    public void Export_leaves_a_file_as_it_is_when_only_line_ends_mark_or_layout_differ()
    {
        Export("-DataModelId $id");
        string own = Path.Combine(Folder.FullName, PlugsFile);
        string text = File.ReadAllText(own);
        foreach (string other in new[] { text.Replace("\n", "\r\n"), "\uFEFF" + text, text.Replace("  ", "    "), text.Replace("\n", " ") })
        {
            File.WriteAllText(own, other);
            Assert.Equal("Unchanged", Export("-DataModelId $id").Property("Status")!.ToString());
            Assert.Equal(new System.Text.UTF8Encoding(false).GetBytes(other), File.ReadAllBytes(own));
        }
    }
}
