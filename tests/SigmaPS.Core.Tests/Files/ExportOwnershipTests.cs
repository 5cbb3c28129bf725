using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using SigmaPS.Core.Files;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Files;

/// <summary>Which files an export treats as its own, and which edits of people it finds in them.</summary>
public sealed class ExportOwnershipTests : TemporaryFolder
{
    private const string Shop = "Shop.2901pYHmWLoCy81SHAH0o3.json";
    private const string Mine = "mine.2901pYHmWLoCy81SHAH0o3.json";
    private const string Store = "Store.2901pYHmWLoCy81SHAH0o3.json";

    private static readonly SpecDocument Next = SampleModel.With("set /pages/0/name \"Theirs\"");
    private static readonly SpecDocument Renamed = SampleModel.With("set /name \"Store\"");

    [Fact]
    public void Folder_that_does_not_exist_is_created_when_a_file_is_written()
    {
        Export(SampleModel.Document(), Path.Combine(Folder, "new", "folder"));
        Assert.True(File.Exists(Path.Combine(Folder, "new", "folder", Shop)));
    }

    [Fact]
    public void Copy_under_a_chosen_name_stays_when_the_index_records_another_file()
    {
        Export(SampleModel.Document());
        File.Move(Path.Combine(Folder, Shop), Path.Combine(Folder, Mine));
        Export(Renamed);
        Assert.Equal([Store, Mine], Names());
    }

    [Theory]
    [InlineData("set /description \"Mine\"")]
    [InlineData("set /name \"Mine\"")]
    public void File_is_kept_when_only_its_name_or_description_was_edited(string edit)
    {
        Export(SampleModel.Document());
        Write(Shop, edit);
        Assert.Equal(ExportStatus.Kept, Export(Next).Status);
    }

    [Fact]
    public void File_is_replaced_when_an_earlier_index_recorded_only_its_pages()
    {
        Export(SampleModel.Document());
        ForgetContent();
        Assert.Equal(ExportStatus.Written, Export(Next).Status);
    }

    [Fact]
    public void File_is_kept_when_its_pages_differ_from_those_in_an_earlier_index()
    {
        Export(SampleModel.Document());
        ForgetContent();
        Write(Shop, "set /pages/0/name \"Mine\"");
        Assert.Equal(ExportStatus.Kept, Export(Next).Status);
    }

    [Fact]
    public void File_is_replaced_when_the_last_write_came_from_it()
    {
        Export(SampleModel.Document());
        Write(Shop, "set /pages/0/name \"Mine\"");
        var path = Path.Combine(Folder, Shop);
        var written = SampleModel.With("set /pages/0/name \"Mine\"");
        ExportIndex.RecordWrite(path, ExportIndex.ReadEntry(path)!, 5, written);
        Assert.Equal((5L, 5L), (ExportIndex.ReadEntry(path)!.Version, ExportIndex.ReadEntry(path)!.BaseOf(written)));
        Assert.Equal(ExportStatus.Written, Export(Next).Status);
    }

    [Fact]
    public void Renamed_file_keeps_its_schema_reference()
    {
        Export(SampleModel.Document(), namesSchema: true);
        Export(Renamed);
        Assert.Contains(EditorSchema.ExportPath, File.ReadAllText(Path.Combine(Folder, Store)), StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_is_written_once_for_any_number_of_files_that_name_it()
    {
        var folder = ExportFolder.Open(Folder, "o");
        foreach (var document in new[] { SampleModel.Document(), SampleModel.With($"set /dataModelId \"{SampleModel.OtherId}\"") })
        {
            folder.Write(folder.Plan(document, SpecFormat.Json, contentOnly: false, namesSchema: true));
        }

        folder.Close();
        Assert.True(File.Exists(Path.Combine(Folder, ".sigma", SpecJsonSchema.FileName)));
    }

    [Fact]
    public void Base_of_an_older_version_is_that_version_and_not_the_latest()
    {
        var older = SampleModel.With("set /documentVersion 3");
        Assert.Equal(3L, ExportFolder.Open(Folder, "o").Plan(older, SpecFormat.Json, contentOnly: false).Entry.Version);
    }

    private ExportPlan Export(SpecDocument document, string? folder = null, bool? namesSchema = null)
    {
        var export = ExportFolder.Open(folder ?? Folder, "o");
        var plan = export.Plan(document, SpecFormat.Json, contentOnly: false, namesSchema: namesSchema);
        if (plan.Status != ExportStatus.Kept)
        {
            export.Write(plan);
        }

        export.Close();
        return plan;
    }

    // An index of an earlier SigmaPS has no fingerprint of the whole content.
    private void ForgetContent()
    {
        var index = ExportIndex.Read(Folder);
        var text = Regex.Replace(File.ReadAllText(index.Location), ",\\s*\"content\":\\s*\"[^\"]*\"", "");
        Assert.DoesNotContain("content", text, StringComparison.Ordinal);
        File.WriteAllText(index.Location, text);
    }

    private void Write(string file, params string[] edits) =>
        File.WriteAllText(Path.Combine(Folder, file), SpecFile.Text(SampleModel.Tree(edits), SpecFormat.Json));

    private string[] Names() =>
        [.. Directory.GetFiles(Folder).Select(file => Path.GetFileName(file)).OrderBy(name => name, StringComparer.Ordinal)];
}
