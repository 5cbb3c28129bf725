using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation.Language;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SigmaPS.Tests.Support;

/// <summary>A manifest of the staged module, read without running it and without loading its assemblies.</summary>
internal sealed class StagedManifest
{
    private readonly Hashtable _data;
    private readonly string _folder;

    private StagedManifest(string path)
    {
        _folder = Path.GetDirectoryName(path)!;
        Name = Path.GetRelativePath(Repository.Module, path).Replace('\\', '/');
        ScriptBlockAst script = Parser.ParseFile(path, out _, out ParseError[] errors);
        _data = errors.Length == 0
            ? (Hashtable)script.Find(node => node is HashtableAst, searchNestedScriptBlocks: false).SafeGetValue()
            : throw new InvalidDataException($"{Name}: {errors[0].Message}");
    }

    /// <summary>Its path inside the module.</summary>
    public string Name { get; }

    /// <summary>The types and format files that PowerShell binds for it.</summary>
    public IReadOnlyList<string> BoundFiles => [.. FilesOf("TypesToProcess"), .. FilesOf("FormatsToProcess")];

    /// <summary>The cmdlets that the module exports.</summary>
    public static IReadOnlyList<string> Exported =>
        new StagedManifest(Repository.Manifest).Names("CmdletsToExport");

    /// <summary>The names under a key.</summary>
    public IReadOnlyList<string> Names(string key) => [.. ((IEnumerable)_data[key]!).Cast<string>()];

    public static IReadOnlyList<StagedManifest> FindAll() =>
        [
            .. Directory
                .GetFiles(Repository.Module, "*.psd1", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path => new StagedManifest(path)),
        ];

    /// <summary>
    /// The full names of the types in the assemblies that PowerShell loads before it binds those files, on every edition.
    /// </summary>
    public IReadOnlySet<string> ReadRequiredTypes() =>
        FilesOf("RequiredAssemblies").SelectMany(ReadTypes).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> ReadTypes(string assembly)
    {
        using PEReader file = new(File.OpenRead(assembly));
        MetadataReader metadata = file.GetMetadataReader();
        return [.. metadata.TypeDefinitions.Select(handle => FullName(metadata, metadata.GetTypeDefinition(handle)))];
    }

    private static string FullName(MetadataReader metadata, TypeDefinition type) => type.GetDeclaringType() is { IsNil: false } outer
        ? FullName(metadata, metadata.GetTypeDefinition(outer)) + "+" + metadata.GetString(type.Name)
        : $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}".TrimStart('.');

    private IEnumerable<string> FilesOf(string key) => _data[key] switch
    {
        null => [],
        string one => [Locate(one)],
        IEnumerable many => many.Cast<string>().Select(Locate),
        object other => throw new InvalidDataException($"{Name}: {key} is a {other.GetType()}"),
    };

    private string Locate(string file) => Path.GetFullPath(Path.Combine(_folder, file.Replace('\\', '/')));
}
