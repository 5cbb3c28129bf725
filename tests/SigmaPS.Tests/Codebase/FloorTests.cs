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
        HashSet<string> allowed = [.. UsesOf(floor), floor];
        Assert.Equal([], Users(floor, Floors.Where(f => !allowed.Contains(f.Floor)).SelectMany(f => TypesOf(f.Floor))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Namespace_uses_each_of_its_allowed_namespaces(string floor) =>
        Assert.All(UsesOf(floor), used => Assert.NotEmpty(Users(floor, TypesOf(used))));

    [Fact]
    public void Namespace_uses_only_namespaces_below_it()
    {
        string[] order = [.. Floors.Select(floor => floor.Floor)];
        Assert.All(order, floor => Assert.All(
            UsesOf(floor), used => Assert.InRange(Array.IndexOf(order, used), 0, Array.IndexOf(order, floor) - 1)));
    }

    [Fact]
    public void Every_namespace_of_the_assembly_is_in_the_table()
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(Thin);
        Assert.Equal(
            Floors.Select(floor => floor.Floor).Order(StringComparer.Ordinal),
            module.Types.Select(type => type.Namespace).Where(space => space.StartsWith("SigmaPS", StringComparison.Ordinal)).Distinct()
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Picture_in_the_architecture_is_this_table()
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "architecture.md"));
        MatchCollection rows = Regex.Matches(
            text, @"^\| (?<floor>SigmaPS\S*) \| .* \| (?<uses>nothing|SigmaPS[^|]*) \|\r?$", RegexOptions.Multiline);
        Assert.Equal(
            Floors.Select(floor => $"{floor.Floor}: {(floor.Uses.Length == 0 ? "nothing" : floor.Uses.Replace(" ", ", "))}"),
            rows.Select(row => $"{row.Groups["floor"].Value}: {row.Groups["uses"].Value}"));
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

    private static string[] UsesOf(string floor) =>
        Floors.Single(f => f.Floor == floor).Uses.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Users(string floor, IEnumerable<string> types)
    {
        HashSet<string> used = [.. types];
        TestResult result = Types.FromFile(Thin)
            .That().ResideInNamespaceMatching("^" + Regex.Escape(floor) + "$")
            .ShouldNot().HaveDependencyOnAny([.. used]).GetResult();
        using ModuleDefinition module = ModuleDefinition.ReadModule(Thin);
        var named = module.Types.Where(type => type.Namespace == floor && NamedInAttributes(type).Any(used.Contains));
        return [.. (result.FailingTypeNames ?? []).Concat(named.Select(type => type.FullName)).Distinct().Order(StringComparer.Ordinal)];
    }

    // A type that is the argument of an attribute, as a completer is, is not in the code of a method.
    private static IEnumerable<string> NamedInAttributes(TypeDefinition type) =>
        new IEnumerable<ICustomAttributeProvider>[] { [type], type.Properties, type.Fields, type.Methods }
            .SelectMany(members => members)
            .SelectMany(member => member.CustomAttributes)
            .SelectMany(attribute => attribute.ConstructorArguments)
            .Select(argument => argument.Value).OfType<TypeReference>().Select(named => named.FullName);

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
