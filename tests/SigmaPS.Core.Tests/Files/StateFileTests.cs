using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;
using SigmaPS.Core.Release;
using SigmaPS.Core.Reports;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Files;

/// <summary>The files in which the module keeps its own state: each kind behaves in the same way.</summary>
public sealed class StateFileTests : TemporaryFolder
{
    private static readonly Dictionary<string, Kind> Kinds = new()
    {
        ["index"] = new(
            Path.Combine(".sigma", "index.json"),
            """{"models":[{"id":"1","file":"a.json","organization":"o","version":1,"pages":""}]}""",
            """{"models":"x"}""",
            path => ExportIndex.Read(FolderOf(path)),
            path =>
            {
                var index = ExportIndex.Read(FolderOf(path));
                index.Set(new IndexEntry("2", "b.json", "o", 2, "") { Seen = [new SeenVersion(1, "0123456789abcdef")] });
                index.Save();
            },
            typeof(IndexContent)),
        ["release state"] = new(
            Path.Combine(".sigma", "prod.json"),
            """{"organization":"o","models":{"a.json":"1"}}""",
            """{"organization":"o","models":[1]}""",
            path => ReleaseState.Read(FolderOf(path), "prod", "o"),
            path => ReleaseState.Read(FolderOf(path), "prod", "o").Set("b.json", "2"),
            typeof(ReleaseStateContent)),
        ["run record"] = new(
            "run.json",
            """{"environment":"prod","organization":"o","models":[{"name":"A","file":"a.json","status":"Planned","dataModelId":""}]}""",
            """{"organization":"o","models":{}}""",
            path => RunFile.Read(path),
            path => RunFile.Read(path).Set(0, new RunEntry("A \ud800", "a.json", RunStatus.Updated) { VersionAfter = 3, NewName = "B" }),
            typeof(RunContent)),
        ["plan"] = new(
            "plan.json",
            """{"kind":"SigmaPS.ReleasePlan","organization":"o","items":[{"name":"A","action":"Create"}],"rename":{"kind":"Metric","item":"a"}}""",
            """{"kind":"SigmaPS.ReleasePlan","items":5}""",
            path => PlanFile.Read(path),
            path => PlanFile.Write(path, PlanFile.Read(path)),
            typeof(PlanContent)),
        ["baseline"] = new(
            "baseline.sarif",
            """{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"SigmaPS"}},"results":[]}]}""",
            """{"runs":{}}""",
            path => Baseline.Read(path),
            path => new ReportFile(path).Write([], 0, new ReportPaths("/x")),
            typeof(BaselineContent),
            ErrorCode.InvalidArgument),
        ["rules"] = new(
            "sigmaps.rules.json",
            """{"severities":{}}""",
            """{"severities":5}""",
            path => RulesFile.Read(path),
            null,
            null,
            ErrorCode.InvalidArgument),
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    public static TheoryData<string> WrittenNames => [.. Kinds.Where(kind => kind.Value.Change is not null).Select(kind => kind.Key)];

    // A report is replaced as a whole, so its old content does not matter.
    public static TheoryData<string> UpdatedNames =>
        [.. Kinds.Where(kind => kind.Value.Change is not null && kind.Key != "baseline").Select(kind => kind.Key)];

    [Fact]
    public void Table_contains_every_content_of_a_state_file() =>
        Assert.Empty(
            typeof(StateContent).Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(StateContent)))
                .Except(Kinds.Values.Select(kind => kind.Content).OfType<Type>()));

    [Theory]
    [MemberData(nameof(Names))]
    public void Valid_file_is_read(string name) => Kinds[name].Read(Written(name, Kinds[name].Valid));

    [Theory]
    [MemberData(nameof(Names))]
    public void Damaged_file_is_one_error_about_this_file(string name)
    {
        foreach (var text in new[] { "<<<<<<< HEAD", "{", "[]", "5", "null", "{} {}", Kinds[name].Valid + " {}", Kinds[name].WrongType })
        {
            var error = Refused(name, text);
            Assert.Equal((Kinds[name].Code, text), (error.Kind, text));
        }
    }

    [Theory]
    [InlineData("index", "{}", "models")]
    [InlineData("index", """{"models":null}""", "models")]
    [InlineData("run record", """{"organization":"o"}""", "models")]
    [InlineData("run record", """{"models":[]}""", "organization")]
    [InlineData("plan", "{}", "New-SigmaReleasePlan")]
    [InlineData("plan", """{"kind":"SigmaPS.ReleasePlan"}""", "New-SigmaReleasePlan")]
    [InlineData("plan", """{"kind":"Other","items":[]}""", "New-SigmaReleasePlan")]
    [InlineData("baseline", "{}", "runs")]
    [InlineData("baseline", """{"version":"2.0.0","runs":[]}""", "2.0.0")]
    public void File_without_a_necessary_part_is_an_error_that_names_the_part(string name, string text, string part)
    {
        var error = Refused(name, text);
        Assert.Equal(Kinds[name].Code, error.Kind);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Empty_file_is_an_error_about_this_file(string name) => Refused(name, "");

    [Theory]
    [MemberData(nameof(Names))]
    public void File_of_a_newer_format_is_refused(string name) =>
        Assert.Contains("format", Refused(name, Kinds[name].Valid.Insert(1, "\"format\":2,")).Message, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(UpdatedNames))]
    public void File_of_a_newer_format_is_not_overwritten(string name)
    {
        var text = Kinds[name].Valid.Insert(1, "\"format\":2,");
        var path = Written(name, text);
        Assert.Throws<SigmaEngineException>(() => Kinds[name].Change!(path));
        Assert.Equal(text, File.ReadAllText(path));
    }

    [Theory]
    [MemberData(nameof(WrittenNames))]
    public void Write_and_read_keep_the_content(string name)
    {
        var path = Written(name, Kinds[name].Valid);
        Kinds[name].Change!(path);
        var text = File.ReadAllText(path);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\ufffd", text, StringComparison.Ordinal);
        Kinds[name].Change!(path);
        Assert.Equal(text, File.ReadAllText(path));
        Kinds[name].Read(path);
    }

    [Theory]
    [MemberData(nameof(WrittenNames))]
    public void Read_only_file_is_not_replaced(string name)
    {
        var path = Written(name, Kinds[name].Valid);
        File.SetAttributes(path, FileAttributes.ReadOnly);
        var error = Assert.Throws<SigmaEngineException>(() => Kinds[name].Change!(path));
        Assert.Equal((ErrorCode.FileFailed, path), (error.Kind, error.Target));
        Assert.Equal(Kinds[name].Valid, File.ReadAllText(path));
        File.SetAttributes(path, FileAttributes.Normal);
    }

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetDirectoryName(path)!)!;

    private SigmaEngineException Refused(string name, string text)
    {
        var path = Written(name, text);
        var error = Assert.Throws<SigmaEngineException>(() => Kinds[name].Read(path));
        Assert.Equal((path, text), (error.Target, text));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        return error;
    }

    private string Written(string name, string text)
    {
        var path = Path.Combine(Folder, Kinds[name].File);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private sealed record Kind(
        string File,
        string Valid,
        string WrongType,
        Action<string> Read,
        Action<string>? Change,
        Type? Content,
        ErrorCode Code = ErrorCode.FileFailed);
}
