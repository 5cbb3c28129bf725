using System;
using System.IO;
using System.Linq;
using System.Text;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Files;

public sealed class BackupFileTests : TemporaryFolder
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 7, 6, 5, TimeSpan.FromHours(2));

    [Fact]
    public void It_is_named_from_model_short_ID_version_and_the_time_in_UTC()
    {
        var path = BackupFile.Write(Folder, SampleModel.Id, "Plugs: Orders", 12, "{}", Now);
        Assert.Equal(Path.Combine(Folder, "Plugs- Orders.2901pYHmWLoCy81SHAH0o3.v12.20260304T050605Z.json"), path);
    }

    [Fact]
    public void It_holds_the_exact_text()
    {
        const string text = "\uFEFF{ \"a\":1.10,\r\n\t\"b\":\"Größe \U0001F600 \u2028\" }";
        Assert.Equal(
            new UTF8Encoding(false).GetBytes(text),
            File.ReadAllBytes(BackupFile.Write(Folder, SampleModel.Id, "Shop", 1, text, Now)));
    }

    [Fact]
    public void It_is_never_written_over_another()
    {
        var paths = Enumerable.Range(0, 3).Select(i => BackupFile.Write(Folder, SampleModel.Id, "Shop", 1, $"[{i}]", Now)).ToList();
        Assert.Equal(3, paths.Distinct().Count());
        Assert.Equal(["[0]", "[1]", "[2]"], paths.Select(File.ReadAllText));
    }

    [Fact]
    public void Folder_that_is_not_there_is_made() =>
        Assert.True(File.Exists(BackupFile.Write(Path.Combine(Folder, "a", "b"), SampleModel.Id, "Shop", 1, "{}", Now)));

    [Theory]
    [InlineData("数")]
    [InlineData("\U0001F600")]
    [InlineData("x")]
    public void Name_of_any_length_in_any_script_can_be_written(string letter) =>
        Assert.True(File.Exists(BackupFile.Write(Folder, SampleModel.Id, string.Concat(Enumerable.Repeat(letter, 250)), 1, "{}", Now)));

    [Fact]
    public void Unwritable_file_is_an_error_before_anything_is_sent()
    {
        var file = Path.Combine(Folder, "file");
        File.WriteAllText(file, "");
        var fault = Assert.Throws<SigmaEngineException>(() => BackupFile.Write(file, SampleModel.Id, "Shop", 1, "{}", Now));
        Assert.Equal((ErrorCode.FileFailed, file), (fault.Kind, fault.Target));
        Assert.Contains("not sent", fault.Message, StringComparison.Ordinal);
    }
}
