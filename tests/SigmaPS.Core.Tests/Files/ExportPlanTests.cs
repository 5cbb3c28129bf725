using System;
using System.IO;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Files;

/// <summary>An export and the files that it finds: it replaces and renames its own, and keeps those of people.</summary>
public sealed class ExportPlanTests : TemporaryFolder
{
    private const string Shop = "Shop.2901pYHmWLoCy81SHAH0o3.json";
    private const string Store = "Store.2901pYHmWLoCy81SHAH0o3.json";

    private static readonly SpecDocument Next = SampleModel.With("set /pages/0/name \"Theirs\"");
    private static readonly SpecDocument Renamed = SampleModel.With("set /name \"Store\"");

    [Fact]
    public void File_is_replaced_when_it_is_as_the_index_recorded_it()
    {
        Export(SampleModel.Document());
        Assert.Equal(ExportStatus.Written, Export(Next).Status);
        Assert.Contains("Theirs", Text(Shop), StringComparison.Ordinal);
    }

    [Fact]
    public void File_is_kept_when_it_has_edits_and_replaced_when_the_caller_asks_for_that()
    {
        Export(SampleModel.Document());
        Write(Shop, "set /pages/0/name \"Mine\"");
        var kept = Export(Next);
        Assert.Equal((ExportStatus.Kept, false), (kept.Status, kept.Touches));
        Assert.Contains("Mine", Text(Shop), StringComparison.Ordinal);
        Assert.Equal(ExportStatus.Written, Export(Next, overwrite: true).Status);
        Assert.Contains("Theirs", Text(Shop), StringComparison.Ordinal);
    }

    [Fact]
    public void File_without_an_index_is_kept_when_its_content_differs()
    {
        Write(Shop);
        Assert.Equal(ExportStatus.Kept, Plan(Next).Status);
        Assert.Equal(ExportStatus.Unchanged, Plan(SampleModel.Document()).Status);
        Assert.Equal(ExportStatus.Written, Plan(SampleModel.With("set /updatedBy \"eve\"")).Status);
    }

    [Fact]
    public void Spec_of_another_model_is_kept_when_the_caller_overwrites_edits()
    {
        Write(Shop, $"set /dataModelId \"{SampleModel.OtherId}\"", "set /pages/0/name \"Mine\"");
        Assert.Equal(ExportStatus.Kept, Plan(Next, overwrite: true).Status);
        File.WriteAllText(Path.Combine(Folder, Shop), "unfinished");
        Assert.Equal(ExportStatus.Written, Plan(Next, overwrite: true).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void File_of_a_renamed_model_gets_the_new_name_with_and_without_an_index(bool hasIndex)
    {
        Export(SampleModel.Document());
        if (!hasIndex)
        {
            Directory.Delete(Path.Combine(Folder, ".sigma"), recursive: true);
        }

        var plan = Export(Renamed);
        Assert.Equal((ExportStatus.Renamed, true), (plan.Status, plan.Touches));
        Assert.Equal([Store], Names());
    }

    [Fact]
    public void File_of_a_renamed_model_is_kept_when_it_has_edits()
    {
        Export(SampleModel.Document());
        Write(Shop, "set /pages/0/name \"Mine\"");
        var plan = Export(Renamed);
        Assert.Equal((ExportStatus.Kept, Path.Combine(Folder, Shop)), (plan.Status, plan.Path));
        Assert.Equal([Shop], Names());
    }

    [Fact]
    public void File_with_a_name_that_a_person_chose_is_not_renamed_without_an_index()
    {
        const string Mine = "mine.2901pYHmWLoCy81SHAH0o3.json";
        Write(Mine);
        Export(Renamed);
        Assert.Equal([Store, Mine], Names().OrderBy(name => name, StringComparer.Ordinal));
    }

    [Fact]
    public void Recorded_file_that_is_not_a_spec_of_the_model_is_reported_and_kept()
    {
        Export(SampleModel.Document());
        Write(Shop, $"set /dataModelId \"{SampleModel.OtherId}\"");
        var plan = Export(Renamed);
        Assert.Equal((ExportStatus.Written, Path.Combine(Folder, Shop)), (plan.Status, plan.ForeignFile));
        Assert.Equal([Shop, Store], Names().OrderBy(name => name, StringComparer.Ordinal));
        Assert.Null(Plan(Renamed).ForeignFile);
    }

    [Fact]
    public void Format_change_replaces_the_file_of_the_other_format()
    {
        Export(SampleModel.Document());
        var plan = Export(SampleModel.Document(), SpecFormat.Yaml);
        Assert.Equal((ExportStatus.Written, true), (plan.Status, plan.Touches));
        Assert.Equal([Path.ChangeExtension(Shop, ".yaml")], Names());
    }

    [Fact]
    public void Unchanged_file_is_not_written_again()
    {
        Export(SampleModel.Document());
        var path = Path.Combine(Folder, Shop);
        File.SetAttributes(path, FileAttributes.ReadOnly);
        var plan = Export(SampleModel.Document());
        Assert.Equal((ExportStatus.Unchanged, false), (plan.Status, plan.Touches));
        File.SetAttributes(path, FileAttributes.Normal);
    }

    [Fact]
    public void File_of_another_organization_is_kept()
    {
        Export(SampleModel.Document());
        Assert.Equal(ExportStatus.Kept, Plan(Next, organization: "other").Status);
        Assert.Equal(ExportStatus.Written, Plan(Next, organization: "o").Status);
    }

    [Fact]
    public void File_exported_without_an_organization_belongs_to_each()
    {
        Export(SampleModel.Document(), organization: "");
        Assert.Equal(ExportStatus.Written, Plan(Next, organization: "other").Status);
    }

    [Fact]
    public void Recorded_organization_stays_when_the_session_has_none()
    {
        Export(SampleModel.Document());
        Assert.Equal("o", Plan(Next, organization: "").Entry.Organization);
    }

    [Fact]
    public void Schema_reference_is_added_kept_and_removed_as_the_caller_chooses()
    {
        var schema = Path.Combine(Folder, ".sigma", SpecJsonSchema.FileName);
        Export(SampleModel.Document());
        Assert.False(File.Exists(schema));
        Assert.Equal(ExportStatus.Written, Export(SampleModel.Document(), namesSchema: true).Status);
        Assert.Contains(EditorSchema.ExportPath, Text(Shop), StringComparison.Ordinal);
        Assert.Equal(SpecJsonSchema.Write(), File.ReadAllText(schema));
        Assert.Equal(ExportStatus.Unchanged, Export(SampleModel.Document()).Status);
        Assert.Equal(ExportStatus.Written, Export(SampleModel.Document(), namesSchema: false).Status);
        Assert.DoesNotContain(EditorSchema.Key, Text(Shop), StringComparison.Ordinal);
    }

    [Fact]
    public void Outdated_schema_is_replaced()
    {
        var schema = Path.Combine(Folder, ".sigma", SpecJsonSchema.FileName);
        Export(SampleModel.Document(), namesSchema: true);
        File.WriteAllText(schema, "{}");
        Export(SampleModel.Document());
        Assert.Equal(SpecJsonSchema.Write(), File.ReadAllText(schema));
    }

    [Fact]
    public void Content_only_file_has_the_name_but_no_version_which_the_index_has()
    {
        var plan = Export(SampleModel.Document(), contentOnly: true);
        Assert.Contains("\"description\"", Text(Shop), StringComparison.Ordinal);
        Assert.DoesNotContain("ocumentVersion", Text(Shop), StringComparison.Ordinal);
        Assert.Equal((4L, null), (plan.Version, plan.Entry.OwnVersion));
        Assert.Equal(4L, Plan(SampleModel.Document()).Entry.OwnVersion);
        Assert.Equal(ExportStatus.Unchanged, Plan(SampleModel.Document(), contentOnly: true).Status);
    }

    [Fact]
    public void Index_keeps_the_earlier_version_when_a_newer_one_is_exported()
    {
        Export(SampleModel.Document());
        Export(SampleModel.With("set /documentVersion 5", "set /latestDocumentVersion 5", "set /pages/0/name \"Theirs\""));
        var entry = ExportIndex.Read(Folder).Find(SampleModel.Id)!;
        Assert.Equal((5L, 4L), (entry.Version, Assert.Single(entry.Seen).Version));
    }

    [Fact]
    public void Spec_without_an_ID_is_refused() =>
        Assert.Equal(
            ErrorCode.InvalidId,
            Assert.Throws<SigmaEngineException>(() => Plan(SampleModel.With("remove /dataModelId"))).Kind);

    private ExportPlan Plan(
        SpecDocument document,
        SpecFormat format = SpecFormat.Json,
        bool contentOnly = false,
        bool overwrite = false,
        bool? namesSchema = null,
        string organization = "o") =>
        ExportFolder.Open(Folder, organization)
            .Plan(document, format, contentOnly, overwriteEdited: overwrite, namesSchema: namesSchema);

    private ExportPlan Export(
        SpecDocument document,
        SpecFormat format = SpecFormat.Json,
        bool contentOnly = false,
        bool overwrite = false,
        bool? namesSchema = null,
        string organization = "o")
    {
        var folder = ExportFolder.Open(Folder, organization);
        var plan = folder.Plan(document, format, contentOnly, overwriteEdited: overwrite, namesSchema: namesSchema);
        if (plan.Status != ExportStatus.Kept)
        {
            folder.Write(plan);
        }

        folder.Close();
        return plan;
    }

    private void Write(string file, params string[] edits) =>
        File.WriteAllText(Path.Combine(Folder, file), SpecFile.Text(SampleModel.Tree(edits), SpecFormat.Json));

    private string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    private string[] Names() => [.. Directory.GetFiles(Folder).Select(file => Path.GetFileName(file))];
}
