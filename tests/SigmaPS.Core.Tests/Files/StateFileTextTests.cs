using System;
using System.IO;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Files;

/// <summary>The text of a state file, and the sentences about one that cannot be used.</summary>
public sealed class StateFileTextTests : TemporaryFolder
{
    private static readonly StateFile<Sample> Kind = new("a sample", "Delete it.");

    [Fact]
    public void Text_has_camel_case_keys_and_a_final_line_end_and_omits_the_first_format() =>
        Assert.Equal("{\n  \"firstName\": \"a\"\n}\n", Kind.Text(new Sample { FirstName = "a" }));

    [Fact]
    public void Later_format_is_written_into_the_file() =>
        Assert.Equal("{\"format\":2}", Kind.Line(new Sample { Format = 2 }));

    [Fact]
    public void File_of_this_kind_is_found_and_one_of_another_kind_is_not()
    {
        Assert.Equal("a", Kind.TryRead(Written("""{"firstName":"a"}"""))?.FirstName);
        Assert.Null(Kind.TryRead(Written("""{"firstName":""")));
    }

    [Theory]
    [InlineData("Delete it.", "'x.json' is not a sample: the reason. Delete it.")]
    [InlineData("", "'x.json' is not a sample: the reason.")]
    public void Error_ends_with_the_next_step_if_there_is_one(string nextStep, string message) =>
        Assert.Equal(message, new StateFile<Sample>("a sample", nextStep).Damaged("x.json", "the reason.").Message);

    [Theory]
    [InlineData("")]
    [InlineData("""{"firstName":"a"} {}""")]
    [InlineData("""{"firstName":"a"} x""")]
    public void Empty_file_and_text_after_the_object_are_damage(string text)
    {
        var path = Written(text);
        var error = Assert.Throws<SigmaEngineException>(() => Kind.Read(path));
        Assert.Equal((ErrorCode.FileFailed, path), (error.Kind, error.Target));
        Assert.EndsWith("Delete it.", error.Message, StringComparison.Ordinal);
    }

    private string Written(string text)
    {
        var path = Path.Combine(Folder, "x.json");
        File.WriteAllText(path, text);
        return path;
    }

    private sealed record Sample : StateContent
    {
        public string? FirstName { get; init; }
    }
}
