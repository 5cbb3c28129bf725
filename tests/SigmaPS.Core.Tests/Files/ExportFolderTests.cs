using System;
using System.IO;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Files;

public sealed class ExportFolderTests : TemporaryFolder
{
    private const string Lower = "shop.2901pYHmWLoCy81SHAH0o3.json";
    private const string Upper = "SHOP.2901pYHmWLoCy81SHAH0o3.json";

    [Fact]
    public void Rename_in_case_only_leaves_the_new_name_alone()
    {
        Export("shop");
        Assert.Equal(ExportStatus.Renamed, Export("SHOP"));
        Assert.Equal([Upper], Names());
    }

    [Fact]
    public void Rename_in_case_only_that_fails_leaves_the_old_file_under_its_name()
    {
        // Two names on this system, so that a folder can have the path of one.
        if (OperatingSystem.IsLinux())
        {
            Export("shop");
            var before = File.ReadAllText(Path.Combine(Folder, Lower));
            Directory.CreateDirectory(Path.Combine(Folder, Upper));
            Assert.Equal(ErrorCode.FileFailed, Assert.Throws<SigmaEngineException>(() => Export("SHOP")).Kind);
            Assert.Equal([Lower], Names());
            Assert.Equal(before, File.ReadAllText(Path.Combine(Folder, Lower)));
        }
    }

    [Fact]
    public void Old_file_that_cannot_be_deleted_is_an_error_of_the_engine()
    {
        // Nobody, not even root, can delete it.
        const string Undeletable = "/proc/self/status";
        if (File.Exists(Undeletable))
        {
            var path = Path.Combine(Folder, Upper);
            var plan = new ExportPlan(
                SampleModel.Id,
                path,
                Undeletable,
                "{}",
                ExportStatus.Written,
                new IndexEntry(SampleModel.Id, Upper, "o", 1, ""));
            var fault = Assert.Throws<SigmaEngineException>(() => ExportFolder.Open(Folder, "o").Write(plan));
            Assert.Equal((ErrorCode.FileFailed, path), (fault.Kind, fault.Target));
            Assert.Contains(Undeletable, fault.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(new byte[0], ExportStatus.Written)]
    [InlineData(new byte[] { 0xFF, 0x00, 0xC3 }, ExportStatus.Kept)]
    public void File_that_is_not_a_spec_is_replaced_only_when_it_is_empty(byte[] bytes, ExportStatus status)
    {
        File.WriteAllBytes(Path.Combine(Folder, Upper), bytes);
        Assert.Equal(status, Export("SHOP"));
    }

#if !NETFRAMEWORK
    [Fact]
    public void Replaced_file_keeps_its_link_and_mode_when_it_is_written_again()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var real = Path.Combine(Folder, "elsewhere.txt");
        var link = Path.Combine(Folder, "link.json");
        File.WriteAllText(real, "old");
        File.SetUnixFileMode(real, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.CreateSymbolicLink(link, real);
        AtomicFile.Write(link, "new");
        Assert.Equal((real, "new"), (new FileInfo(link).LinkTarget, File.ReadAllText(real)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(real));
        File.SetAttributes(real, FileAttributes.ReadOnly);
        Assert.Equal(ErrorCode.FileFailed, Assert.Throws<SigmaEngineException>(() => AtomicFile.Write(link, "newer")).Kind);
        Assert.Equal("new", File.ReadAllText(real));
    }
#endif

    [Fact]
    public void File_of_the_other_extension_that_is_left_over_counts_as_a_change()
    {
        Export("SHOP");
        File.WriteAllText(
            Path.Combine(Folder, Path.ChangeExtension(Upper, ".yaml")),
            SpecFile.Text(SampleModel.With("set /name \"SHOP\"").Root, SpecFormat.Yaml));
        var plan = ExportFolder.Open(Folder, "o").Plan(SampleModel.With("set /name \"SHOP\""), SpecFormat.Yaml, contentOnly: false);
        Assert.Equal((ExportStatus.Unchanged, true), (plan.Status, plan.Touches));
    }

    [Fact]
    public void ID_version_and_organization_come_from_the_origin_then_the_body_then_the_session()
    {
        var folder = ExportFolder.Open(Folder, "session");
        var known = folder.Plan(SampleModel.Document(), SpecFormat.Json, false, SampleModel.OtherId, 9, "theirs").Entry;
        Assert.Equal((SampleModel.OtherId, 9L, "theirs"), (known.Id, known.Version, known.Organization));
        var unknown = folder.Plan(SampleModel.Document(), SpecFormat.Json, false, "", 0, "").Entry;
        Assert.Equal((SampleModel.Id, 4L, "session"), (unknown.Id, unknown.Version, unknown.Organization));
    }

    [Fact]
    public void Version_comes_from_the_latest_one_when_the_spec_has_no_other()
    {
        var document = SampleModel.With("remove /documentVersion", "set /latestDocumentVersion 7");
        Assert.Equal(7, ExportFolder.Open(Folder, "o").Plan(document, SpecFormat.Json, contentOnly: false).Entry.Version);
    }

    [Fact]
    public void First_of_several_old_files_is_renamed_when_no_index_names_one()
    {
        // The system lists files in no fixed order.
        foreach (var name in new[] { "b", "c", "a" })
        {
            File.WriteAllText(
                Path.Combine(Folder, name + Lower["shop".Length..]),
                SpecFile.Text(SampleModel.With($"set /name \"{name}\"").Root, SpecFormat.Json));
        }

        var plan = ExportFolder.Open(Folder, "o").Plan(SampleModel.Document(), SpecFormat.Json, contentOnly: false);
        Assert.Equal(Path.Combine(Folder, "a" + Lower["shop".Length..]), plan.OldPath);
    }

    [Fact]
    public void Schema_reference_is_that_of_the_file_with_the_new_name()
    {
        // Both files are the model's own: one has the new name, and one the old name.
        File.WriteAllText(Path.Combine(Folder, Upper), Text("SHOP", EditorSchema.ExportPath));
        File.WriteAllText(Path.Combine(Folder, Lower), Text("shop", null));
        var plan = ExportFolder.Open(Folder, "o").Plan(SampleModel.With("set /name \"SHOP\""), SpecFormat.Json, contentOnly: false);
        Assert.Equal(EditorSchema.ExportPath, plan.SchemaPath);
    }

    private static string Text(string name, string? schema) =>
        EditorSchema.Write(SampleModel.With($"set /name \"{name}\"").Root, SpecFormat.Json, schema);

    private ExportStatus Export(string name)
    {
        var folder = ExportFolder.Open(Folder, "o");
        var plan = folder.Plan(SampleModel.With($"set /name \"{name}\""), SpecFormat.Json, contentOnly: false);
        folder.Write(plan);
        folder.Close();
        return plan.Status;
    }

    private string[] Names() => [.. Directory.GetFiles(Folder).Select(file => Path.GetFileName(file))];
}
