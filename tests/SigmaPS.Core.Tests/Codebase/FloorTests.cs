using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Mono.Cecil;
using NetArchTest.Rules;
using Xunit;

namespace SigmaPS.Core.Tests.Codebase;

/// <summary>
/// The floors of SigmaPS.Core, from the ground up (docs/architecture.md). A floor uses only the floors named here, all of them below it,
/// so the order has no cycle. A new arrow is a design decision and changes this table.
/// </summary>
public sealed class FloorTests
{
    private const string Root = "SigmaPS.Core.";

    private static readonly FloorTable Floors = new()
    {
        { "Diagnostics", "" },
        { "Spec.Json", "Diagnostics" },
        { "Spec.Yaml", "Diagnostics Spec.Json" },
        { "Spec", "Diagnostics Spec.Json Spec.Yaml" },
        { "Spec.Formulas", "Spec.Json Spec" },
        { "Spec.Diff", "Spec.Json Spec" },
        { "Spec.Edit", "Diagnostics Spec.Json Spec Spec.Formulas" },
        { "Spec.Validation", "Diagnostics Spec.Json Spec.Yaml Spec Spec.Formulas Spec.Edit" },
        { "Auth", "Diagnostics" },
        { "Http", "Diagnostics Auth Spec.Json" },
        { "Api", "Diagnostics Spec.Json Spec.Yaml Spec Http" },
        { "Files", "Diagnostics Spec.Json Spec" },
        { "Lookup", "Diagnostics Spec.Json Spec Spec.Formulas Spec.Edit Api Spec.Validation" },
        { "Usage", "Diagnostics Spec.Json Spec Api Files" },
        { "History", "Diagnostics Spec.Json Spec Spec.Diff Api" },
        { "Writing", "Diagnostics Spec.Json Spec Spec.Diff Spec.Edit Http Api Spec.Validation Files Usage History" },
        { "Release", "Diagnostics Spec.Json Spec Spec.Diff Spec.Edit Http Api Spec.Validation Files Writing Usage History" },
        { "Reports", "Diagnostics Spec.Json Spec Spec.Formulas Spec.Diff Spec.Validation Files" },
    };

    private static readonly Regex Impure = new(
        @"^System\.(IO\.(File|Directory|FileInfo|DirectoryInfo|FileStream|FileSystemWatcher|DriveInfo)"
            + @"|Net\..*|Diagnostics\.(Process|Stopwatch)|TimeProvider|Threading\.(Thread|Timer)|Console)$");

    private static readonly Regex Ambient = new(
        @"System\.DateTime(Offset)?::get_(UtcNow|Now|Today)|System\.Environment::(get_(?!CurrentManagedThreadId)|Get)"
            + @"|System\.IO\.Path::(GetFullPath|GetTemp)");

    private static readonly Assembly Core = typeof(SigmaPS.Core.Spec.SpecDocument).Assembly;

    public static TheoryData<string> Names => [.. Floors];

    [Theory]
    [MemberData(nameof(Names))]
    public void Floor_uses_only_its_allowed_floors(string floor) =>
        Assert.Equal([], Users(floor, Floors.ForbiddenTo(floor).SelectMany(TypesOf)));

    // An arrow that no code needs would let the next change use it without a decision.
    [Theory]
    [MemberData(nameof(Names))]
    public void Floor_uses_each_of_its_allowed_floors(string floor) =>
        Assert.All(Floors.UsesOf(floor), used => Assert.NotEmpty(Users(floor, TypesOf(used))));

    [Fact]
    public void Floor_uses_only_floors_below_it() => Floors.AssertOrder();

    [Fact]
    public void Picture_in_the_architecture_is_this_table() => Floors.AssertPictureIn(
        File.ReadAllText(Path.Combine(Support.SourceTree.Root, "docs", "architecture.md")),
        @"^\| \d+ \| (?<floor>\S+) \| .* \| (?<uses>[^|]*) \|\r?$");

    [Fact]
    public void Every_file_is_in_the_folder_of_its_floor()
    {
        string source = Path.Combine(Support.SourceTree.Root, "src", "SigmaPS.Core");
        string[] files = [.. Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Regex.IsMatch(Path.GetRelativePath(source, file), @"^(bin|obj|Polyfills)[\\/]"))];
        Assert.NotEmpty(files);
        Assert.Equal([], files.Select(file => Misplaced(source, file)).OfType<string>());
    }

    [Fact]
    public void Spec_floors_use_neither_disk_nor_network_nor_clock()
    {
        using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(Core.Location);
        Assert.Equal([], assembly.MainModule.GetTypes().Where(IsSpec).SelectMany(type => type.Methods).Where(method => method.HasBody)
            .SelectMany(method => method.Body.Instructions.Select(instruction => instruction.Operand).OfType<MemberReference>()
                .Where(IsImpure).Select(member => $"{method.DeclaringType.FullName}.{method.Name} uses {member.FullName}")));
    }

    private static IEnumerable<string> Users(string floor, IEnumerable<string> types)
    {
        TestResult result = Types.InAssembly(Core)
            .That().ResideInNamespaceMatching("^" + Regex.Escape(Root + floor) + "$")
            .ShouldNot().HaveDependencyOnAny([.. types]).GetResult();
        return (result.FailingTypeNames ?? []).Order(StringComparer.Ordinal);
    }

    private static bool IsSpec(TypeDefinition type) =>
        type.DeclaringType is { } outer ? IsSpec(outer) : (type.Namespace + ".").StartsWith(Root + "Spec.", StringComparison.Ordinal);

    private static bool IsImpure(MemberReference member) =>
        Impure.IsMatch((member.DeclaringType ?? member).FullName) || Ambient.IsMatch(member.FullName);

    private static string? Misplaced(string source, string file)
    {
        string space = Regex.Match(File.ReadAllText(file), @"^namespace SigmaPS\.Core\.([\w.]+);", RegexOptions.Multiline).Groups[1].Value;
        string folder = Path.GetDirectoryName(Path.GetRelativePath(source, file))!.Replace(Path.DirectorySeparatorChar, '.');
        string? floor = Floors
            .Where(f => folder == f || folder.StartsWith(f + ".", StringComparison.Ordinal))
            .MaxBy(f => f.Length);
        return floor == space ? null : $"{Path.GetFileName(file)} has the namespace '{space}' in the folder '{folder}'";
    }

    private static IEnumerable<string> TypesOf(string floor) =>
        Core.GetTypes().Where(type => type.Namespace == Root + floor && !type.IsNested).Select(type => type.FullName!);
}
