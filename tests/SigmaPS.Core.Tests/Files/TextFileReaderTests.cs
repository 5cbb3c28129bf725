using System;
using System.IO;
using System.Linq;
using System.Text;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Files;

public sealed class TextFileReaderTests : TemporaryFolder
{
    private const string Text = "{\"name\":\"Größe \U0001F600\"}\r\n";

    public static TheoryData<string> Encodings => new("utf-8", "utf-8 with mark", "utf-16 little", "utf-16 big");

    [Theory]
    [MemberData(nameof(Encodings))]
    public void File_of_each_editor_is_read(string name)
    {
        Encoding encoding = name switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-8 with mark" => new UTF8Encoding(true),
            "utf-16 little" => new UnicodeEncoding(false, true),
            _ => new UnicodeEncoding(true, true),
        };
        Assert.Equal(Text, TextFileReader.Read(Written([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]), ErrorCode.InvalidSpec));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    [InlineData("\uFEFF")]
    public void Empty_file_is_refused_as_empty(string text) =>
        Refused(ErrorCode.InvalidSpec, "is empty", Written(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void File_in_an_old_code_page_is_refused_and_not_read_wrongly() =>
        Refused(ErrorCode.InvalidSpec, "UTF-8", Written(Encoding.Latin1.GetBytes("{\"name\":\"Größe\"}")));

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x3D, 0xD8, 0x22, 0x00 })]
    [InlineData(new byte[] { 0xFE, 0xFF, 0xD8, 0x3D, 0x00, 0x22 })]
    public void Half_a_pair_in_UTF_16_is_refused(byte[] bytes) => Refused(ErrorCode.InvalidSpec, "not text", Written(bytes));

    [Fact]
    public void Invalid_byte_after_the_mark_of_UTF_8_is_refused() =>
        Refused(ErrorCode.InvalidSpec, "not text", Written([0xEF, 0xBB, 0xBF, 0x22, 0xFF, 0x22]));

    [Fact]
    public void File_that_is_not_there_is_named() => Refused(ErrorCode.FileFailed, "does not exist", Path.Combine(Folder, "no.json"));

    [Fact]
    public void Folder_in_place_of_a_file_is_named() => Refused(ErrorCode.FileFailed, "is a folder", Folder);

    [Theory]
    [InlineData(ErrorCode.InvalidEnvironment)]
    [InlineData(ErrorCode.InvalidArgument)]
    public void Unusable_file_is_refused_as_what_it_should_be(ErrorCode kind)
    {
        Refused(kind, "is empty", Written([]));
        Refused(kind, "not text", Written([0xFF]));
    }

    private static void Refused(ErrorCode kind, string says, string path)
    {
        var code = kind == ErrorCode.FileFailed ? ErrorCode.InvalidSpec : kind;
        var fault = Assert.Throws<SigmaEngineException>(() => TextFileReader.Read(path, code));
        Assert.Equal((kind, path), (fault.Kind, fault.Target));
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
        Assert.Contains(path, fault.Message, StringComparison.Ordinal);
    }

    private string Written(byte[] bytes)
    {
        var path = Path.Combine(Folder, "spec.json");
        File.WriteAllBytes(path, bytes.ToArray());
        return path;
    }
}
