using System;
using System.IO;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Files;

public sealed class ExportIndexTests : TemporaryFolder
{
    private const string First = "11111111-1111-4111-8111-111111111111";
    private const string Second = "22222222-2222-4222-8222-222222222222";
    private const string Third = "33333333-3333-4333-8333-333333333333";

    [Theory]
    [InlineData("../victim.json")]
    [InlineData("..")]
    [InlineData("/elsewhere/victim.json")]
    [InlineData("C:victim.json")]
    [InlineData("sub\\\\victim.json")]
    [InlineData("victim.txt")]
    [InlineData("")]
    public void Entry_that_is_not_a_spec_file_of_the_folder_is_refused(string file)
    {
        Write($$"""{"models":[{"id":"{{First}}","file":"{{file}}","organization":"o","version":1,"pages":""}]}""");
        var fault = Assert.Throws<SigmaEngineException>(() => ExportIndex.Read(Folder));
        Assert.Equal((ErrorCode.FileFailed, Location), (fault.Kind, fault.Target));
        Assert.Contains(Location, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_of_another_run_stay_and_those_of_this_run_win()
    {
        Save(Entry(First, 1), Entry(Second, 1));
        var mine = ExportIndex.Read(Folder);
        mine.Set(Entry(First, 2));
        Save(Entry(First, 9), Entry(Second, 5), Entry(Third, 7));
        mine.Save();
        Assert.Equal([(First, 2L), (Second, 5L), (Third, 7L)], Versions());
    }

    [Fact]
    public void Entry_that_another_run_removed_stays_removed()
    {
        Save(Entry(First, 1), Entry(Second, 1));
        var mine = ExportIndex.Read(Folder);
        mine.Set(Entry(First, 2));
        Write("""{"models":[]}""");
        mine.Save();
        Assert.Equal([(First, 2L)], Versions());
    }

    [Fact]
    public void Write_from_a_file_updates_its_own_entry_only()
    {
        Save(Entry(First, 1), Entry(Second, 1));
        ExportIndex.RecordWrite(Path.Combine(Folder, First + ".json"), Entry(First, 1), 4, SampleModel.Document());
        Assert.Equal([(First, 4L), (Second, 1L)], Versions());
    }

    [Fact]
    public void File_is_found_ignoring_case_where_no_name_is_exactly_the_same()
    {
        Save(new IndexEntry(First, "SALES.json", "o", 1, ""), new IndexEntry(Second, "Sales.json", "o", 1, ""));
        Assert.Equal(Second, ExportIndex.ReadEntry(Path.Combine(Folder, "Sales.json"))?.Id);
        Assert.NotNull(ExportIndex.ReadEntry(Path.Combine(Folder, "sales.JSON")));
        Assert.Null(ExportIndex.ReadEntry(Path.Combine(Folder, "other.json")));
    }

    [Fact]
    public void Entry_keeps_all_its_fields_when_it_is_saved_and_read()
    {
        var entry = Entry(First, 7) with
        {
            Pages = "pages",
            Content = "content",
            OwnVersion = 5,
            Seen = [new SeenVersion(6, "0123456789abcdef"), new SeenVersion(4, "fedcba9876543210")],
        };
        Save(entry);
        var read = ExportIndex.Read(Folder).Find(First)!;
        Assert.Equal(
            ("o", 7L, "pages", "content", (long?)5, "6:0123456789abcdef 4:fedcba9876543210"),
            (read.Organization, read.Version, read.Pages, read.Content, read.OwnVersion, string.Join(" ", read.Seen)));
    }

    [Fact]
    public void Line_omits_the_content_of_its_other_fields()
    {
        Save(Entry(First, 7) with { OwnVersion = 7 });
        var text = File.ReadAllText(Location);
        Assert.DoesNotContain("own", text, StringComparison.Ordinal);
        Assert.DoesNotContain("seen", text, StringComparison.Ordinal);
        Assert.DoesNotContain("content", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_has_one_line_per_model_and_none_without_models()
    {
        Save();
        Assert.Equal("{\n  \"models\": []\n}\n", File.ReadAllText(Location));
        Save(Entry(First, 1), Entry(Second, 1));
        var lines = File.ReadAllText(Location).Split('\n');
        Assert.Equal(["{", "  \"models\": ["], lines.Take(2));
        Assert.Equal([First, Second], lines.Skip(2).Take(2).Select(line => line.Split('"')[3]));
        Assert.Equal(["  ]", "}", ""], lines.Skip(4));
    }

    [Fact]
    public void Index_without_changes_is_not_written_again()
    {
        Save(Entry(First, 1));
        File.SetAttributes(Location, FileAttributes.ReadOnly);
        Save(Entry(First, 1));
        Assert.Throws<SigmaEngineException>(() => Save(Entry(First, 2)));
        File.SetAttributes(Location, FileAttributes.Normal);
    }

    [Theory]
    [InlineData("""{"file":"a.json","organization":"o","version":1,"pages":""}""")]
    [InlineData("""{"id":"1","file":"a.json","organization":"o","pages":""}""")]
    [InlineData("""{"id":"1","organization":"o","version":1,"pages":""}""")]
    public void Entry_without_ID_version_or_file_is_refused(string line)
    {
        Write($$"""{"models":[{{line}}]}""");
        var error = Assert.Throws<SigmaEngineException>(() => ExportIndex.Read(Folder));
        Assert.Equal((ErrorCode.FileFailed, Location), (error.Kind, error.Target));
    }

    [Fact]
    public void Entry_of_an_earlier_version_may_omit_organization_and_fingerprints()
    {
        Write("""{"models":[{"id":"1","file":"a.json","version":3}]}""");
        var entry = Assert.Single(ExportIndex.Read(Folder).Entries);
        Assert.Equal(("", "", "", (long?)null), (entry.Organization, entry.Pages, entry.Content, entry.OwnVersion));
        Assert.Empty(entry.Seen);
    }

    private string Location => Path.Combine(Folder, ".sigma", "index.json");

    private static IndexEntry Entry(string id, long version) => new(id, id + ".json", "o", version, "");

    private void Save(params IndexEntry[] entries)
    {
        var index = ExportIndex.Read(Folder);
        Array.ForEach(entries, index.Set);
        index.Save();
    }

    private void Write(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Location)!);
        File.WriteAllText(Location, text);
    }

    private (string Id, long Version)[] Versions() => [.. ExportIndex.Read(Folder).Entries.Select(entry => (entry.Id, entry.Version))];
}
