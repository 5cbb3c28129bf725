using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Mono.Cecil;
using NetArchTest.Rules;
using SigmaPS.Core.Tests.Codebase;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Codebase;

/// <summary>The namespaces of the thin assembly, from the ground up (docs/architecture.md). Each uses only those named here.</summary>
public sealed class FloorTests
{
    private static readonly FloorTable Floors = new()
    {
        { "SigmaPS", "" },
        { "SigmaPS.Pipeline", "SigmaPS" },
        { "SigmaPS.Mapping", "SigmaPS" },
        { "SigmaPS.Errors", "SigmaPS SigmaPS.Mapping" },
        { "SigmaPS.Binding", "SigmaPS SigmaPS.Mapping" },
        { "SigmaPS.Completion", "SigmaPS SigmaPS.Mapping" },
        { "SigmaPS.Workflows", "SigmaPS SigmaPS.Pipeline SigmaPS.Mapping SigmaPS.Errors SigmaPS.Binding" },
        {
            "SigmaPS.Commands",
            "SigmaPS SigmaPS.Pipeline SigmaPS.Mapping SigmaPS.Errors SigmaPS.Binding SigmaPS.Completion SigmaPS.Workflows"
        },
        { "SigmaPS.Loading", "" },
    };

    // These folders group public output types, which keep the root namespace that users' scripts name.
    private static readonly string[] RootFolders = ["Spec", "Output", "Session", "Properties"];

    public static TheoryData<string> Names => [.. Floors];

    [Theory]
    [MemberData(nameof(Names))]
    public void Namespace_uses_only_its_allowed_namespaces(string floor) =>
        Assert.Equal([], Users(floor, Floors.ForbiddenTo(floor).SelectMany(TypesOf)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Namespace_uses_each_of_its_allowed_namespaces(string floor) =>
        Assert.All(Floors.UsesOf(floor), used => Assert.NotEmpty(Users(floor, TypesOf(used))));

    [Fact]
    public void Namespace_uses_only_namespaces_below_it() => Floors.AssertOrder();

    [Fact]
    public void Every_namespace_of_the_assembly_is_in_the_table()
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(Thin);
        Assert.Equal(
            Floors.Order(StringComparer.Ordinal),
            module.Types.Select(type => type.Namespace).Where(space => space.StartsWith("SigmaPS", StringComparison.Ordinal)).Distinct()
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Picture_in_the_architecture_is_this_table() => Floors.AssertPictureIn(
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "architecture.md")),
        @"^\| (?<floor>SigmaPS\S*) \| .* \| (?<uses>nothing|SigmaPS[^|]*) \|\r?$");

    [Fact]
    public void Every_file_is_in_the_folder_of_its_namespace()
    {
        string source = Path.Combine(Repository.Root, "src", "SigmaPS");
        string[] files = [.. Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Regex.IsMatch(Path.GetRelativePath(source, file), @"^(bin|obj|Properties)[\\/]"))];
        Assert.NotEmpty(files);
        Assert.Equal([], files.Select(file => Misplaced(source, file)).OfType<string>());
    }

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
