using SigmaPS.Core.Files;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Files;

/// <summary>The index gives a base version to the content that it recorded and to edits of it, not to another file.</summary>
public sealed class IndexEntryTests
{
    [Theory]
    [InlineData(4, null, 4, 4L)] // as exported
    [InlineData(5, 4, 4, 5L)] // written since: the file's own number stays behind
    [InlineData(5, null, 4, null)] // an older file beside a newer index
    [InlineData(5, 4, 5, null)] // a newer file beside an older index
    [InlineData(5, 4, 3, null)]
    public void Version_field_of_the_file_has_to_be_the_one_that_was_noted(int version, int? noted, int own, long? expected) =>
        Assert.Equal(expected, Entry(version, noted).BaseOf(SampleModel.With($"set /latestDocumentVersion {own}")));

    [Fact]
    public void File_without_version_fields_has_the_version_with_its_content_as_base()
    {
        var old = Bare("Old");
        var entry = new IndexEntry(SampleModel.Id, "shop.json", "o", 7, ExportIndex.Fingerprint(Bare("New"))).After(
            new IndexEntry(SampleModel.Id, "shop.json", "o", 6, ExportIndex.Fingerprint(old)));
        Assert.Equal(7, entry.BaseOf(Bare("New")));
        Assert.Equal(6, entry.BaseOf(old));
        Assert.Equal(7, entry.BaseOf(Bare("Edited")));
    }

    [Fact]
    public void Restored_content_has_the_newest_version_as_base()
    {
        var pages = ExportIndex.Fingerprint(Bare("Old"));
        var entry = new IndexEntry(SampleModel.Id, "shop.json", "o", 7, pages) { Seen = [new SeenVersion(5, pages)] };
        Assert.Equal(7, entry.BaseOf(Bare("Old")));
    }

    [Fact]
    public void Version_is_remembered_once_and_the_oldest_are_forgotten()
    {
        var entry = Entry(1, null);
        for (var version = 2; version < 10; version++)
        {
            entry = Entry(version, null).After(entry);
            entry = Entry(version, null).After(entry);
        }

        Assert.Equal(
            "8:1234567890abcdef 7:1234567890abcdef 6:1234567890abcdef 5:1234567890abcdef 4:1234567890abcdef",
            string.Join(' ', entry.Seen));
    }

    private static Core.Spec.SpecDocument Bare(string page) =>
        SampleModel.With("remove /latestDocumentVersion", "remove /documentVersion", $"set /pages/0/name \"{page}\"");

    private static IndexEntry Entry(long version, long? own) =>
        new(SampleModel.Id, "shop.json", "o", version, "1234567890abcdef1234567890abcdef") { OwnVersion = own };
}
