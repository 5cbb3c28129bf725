using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Mono.Cecil;
using NetArchTest.Rules;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Codebase;

/// <summary>The namespaces of the thin assembly, from the ground up (docs/architecture.md). Each uses only those named here.</summary>
public sealed class FloorTests
{
    private static readonly (string Floor, string Uses)[] Floors =
    [
        ("SigmaPS", ""),
        ("SigmaPS.Pipeline", "SigmaPS"),
        ("SigmaPS.Mapping", "SigmaPS"),
        ("SigmaPS.Errors", "SigmaPS SigmaPS.Mapping"),
        ("SigmaPS.Binding", "SigmaPS SigmaPS.Mapping"),
        ("SigmaPS.Completion", "SigmaPS SigmaPS.Mapping"),
        ("SigmaPS.Workflows", "SigmaPS SigmaPS.Pipeline SigmaPS.Mapping SigmaPS.Errors SigmaPS.Binding"),
        (
            "SigmaPS.Commands",
            "SigmaPS SigmaPS.Pipeline SigmaPS.Mapping SigmaPS.Errors SigmaPS.Binding SigmaPS.Completion SigmaPS.Workflows"),
        ("SigmaPS.Loading", ""),
    ];

    // These folders group public output types, which keep the root namespace that users' scripts name.
    private static readonly string[] RootFolders = ["Spec", "Output", "Session", "Properties"];

    public static TheoryData<string> Names => [.. Floors.Select(floor => floor.Floor)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Namespace_uses_only_its_allowed_namespaces(string floor)
    {
        HashSet<string> allowed = [.. Floors.Single(f => f.Floor == floor).Uses.Split(' '), floor];
        string[] forbidden = [.. Floors.Where(f => !allowed.Contains(f.Floor)).SelectMany(f => TypesOf(f.Floor))];
        TestResult result = Types.FromFile(Thin)
            .That().ResideInNamespaceMatching("^" + Regex.Escape(floor) + "$")
            .ShouldNot().HaveDependencyOnAny(forbidden).GetResult();
        Assert.Equal([], (result.FailingTypeNames ?? []).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_file_lies_in_the_folder_of_its_namespace()
    {
        string source = Path.Combine(Repository.Root, "src", "SigmaPS");
        string[] files = [.. Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Regex.IsMatch(Path.GetRelativePath(source, file), @"^(bin|obj|Properties)[\\/]"))];
        Assert.NotEmpty(files);
        Assert.Equal([], files.Select(file => Misplaced(source, file)).OfType<string>());
    }

    private static string Thin => Path.Combine(Repository.CoreBin, "SigmaPS.dll");

    private static string? Misplaced(string source, string file)
    {
        string space = Regex.Match(File.ReadAllText(file), @"^namespace ([\w.]+);", RegexOptions.Multiline).Groups[1].Value;
        string folder = Path.GetRelativePath(source, file).Split('/', '\\')[0];
        string expected = RootFolders.Contains(folder) ? "SigmaPS" : "SigmaPS." + folder;
        return space == expected ? null : $"{Path.GetFileName(file)} has the namespace '{space}' in the folder '{folder}'";
    }

    private static IEnumerable<string> TypesOf(string floor)
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(Thin);
        return [.. module.Types.Where(type => type.Namespace == floor).Select(type => type.FullName)];
    }
}
