using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Loading;

/// <summary>
/// Windows PowerShell 5.1 binds a manifest's types and format files before it loads RootModule; only PowerShell 6.2 and later load it
/// early.
/// A type that such a file names, but that is not in RequiredAssemblies of the same manifest, costs the 5.1 user every command.
/// </summary>
public sealed class ManifestTests
{
    public static TheoryData<string> Manifests => new(StagedManifest.FindAll().Select(manifest => manifest.Name));

    [Theory]
    [MemberData(nameof(Manifests))]
    public void Manifest_requires_the_assemblies_of_every_type_that_its_types_and_format_files_name(string name)
    {
        StagedManifest manifest = StagedManifest.FindAll().Single(found => found.Name == name);
        IReadOnlySet<string> required = manifest.ReadRequiredTypes();
        IEnumerable<string> missing = manifest.BoundFiles.SelectMany(file =>
            BoundFile.ReadTypeNames(file).Where(type => !required.Contains(type)).Select(type => $"{Path.GetFileName(file)}: {type}"));
        Assert.Equal([], missing);
    }

    [Fact]
    public void Both_editions_bind_the_same_types_and_format_files_and_no_other_is_staged()
    {
        ILookup<string, string> bound = StagedManifest.FindAll().Where(manifest => manifest.BoundFiles.Count > 0)
            .ToLookup(manifest => manifest.Name, manifest => string.Join(' ', manifest.BoundFiles.Select(Path.GetFileName)));
        Assert.Equal(["bin/Core/SigmaPS.Binary.psd1", "bin/Desktop/SigmaPS.Binary.psd1"], bound.Select(manifest => manifest.Key));
        Assert.Single(bound.SelectMany(manifest => manifest).Distinct());
        Assert.Equal(
            Directory.GetFiles(Repository.Module, "*.ps1xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal),
            StagedManifest.FindAll().SelectMany(manifest => manifest.BoundFiles).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Types_and_format_files_name_the_adapter_of_a_spec_and_the_types_that_the_views_show()
    {
        string[] named =
        [
            .. StagedManifest.FindAll().SelectMany(manifest => manifest.BoundFiles).SelectMany(BoundFile.ReadTypeNames).Distinct(),
        ];
        Assert.Contains("SigmaPS.SpecNodeAdapter", named);
        Assert.Contains("SigmaPS.SafeText", named);
        Assert.True(named.Length > 20, string.Join(' ', named));
    }

    [Theory]
    [MemberData(nameof(Manifests))]
    public void Manifest_exports_explicit_names(string name)
    {
        StagedManifest manifest = StagedManifest.FindAll().Single(found => found.Name == name);
        Assert.Equal(StagedManifest.Exported, manifest.Names("CmdletsToExport"));
        Assert.DoesNotContain(
            new[] { "CmdletsToExport", "FunctionsToExport", "VariablesToExport", "AliasesToExport" }.SelectMany(manifest.Names),
            export => export.Contains('*', StringComparison.Ordinal));
    }
}
