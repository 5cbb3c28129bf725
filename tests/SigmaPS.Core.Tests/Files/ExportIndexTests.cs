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
    public void An_entry_that_is_no_spec_file_of_the_folder_is_refused(string file)
    {
        Write($$"""{"models":[{"id":"{{First}}","file":"{{file}}","organization":"o","version":1,"pages":""}]}""");
        var fault = Assert.Throws<SigmaEngineException>(() => ExportIndex.Read(Folder));
        Assert.Equal((ErrorCode.FileFailed, Location), (fault.Kind, fault.Target));
        Assert.Contains(Location, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_others_wrote_since_stays_and_what_this_run_set_wins()
    {
        Save(Entry(First, 1), Entry(Second, 1));
        var mine = ExportIndex.Read(Folder);
        mine.Set(Entry(First, 2));
        Save(Entry(First, 9), Entry(Second, 5), Entry(Third, 7));
        mine.Save();
        Assert.Equal([(First, 2L), (Second, 5L), (Third, 7L)], Versions());
    }

    [Fact]
    public void What_others_took_out_since_stays_out()
    {
        Save(Entry(First, 1), Entry(Second, 1));
        var mine = ExportIndex.Read(Folder);
        mine.Set(Entry(First, 2));
        Write("""{"models":[]}""");
        mine.Save();
        Assert.Equal([(First, 2L)], Versions());
    }

    [Fact]
    public void A_write_from_a_file_moves_on_its_own_entry_only()
    {
        Save(Entry(First, 1), Entry(Second, 1));
        ExportIndex.RecordWrite(Path.Combine(Folder, First + ".json"), Entry(First, 1), 4, SampleModel.Document());
        Assert.Equal([(First, 4L), (Second, 1L)], Versions());
    }

    [Fact]
    public void A_file_is_found_ignoring_case_where_no_name_is_exactly_the_same()
    {
        Save(new IndexEntry(First, "SALES.json", "o", 1, ""), new IndexEntry(Second, "Sales.json", "o", 1, ""));
        Assert.Equal(Second, ExportIndex.ReadEntry(Path.Combine(Folder, "Sales.json"))?.Id);
        Assert.NotNull(ExportIndex.ReadEntry(Path.Combine(Folder, "sales.JSON")));
        Assert.Null(ExportIndex.ReadEntry(Path.Combine(Folder, "other.json")));
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
