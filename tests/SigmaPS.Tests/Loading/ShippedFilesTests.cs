using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Loading;

/// <summary>
/// The shipped files: every dll expected, none forbidden, and on Windows PowerShell a resolver that knows every reference that does not
/// match.
/// </summary>
public sealed class ShippedFilesTests
{
    private static readonly string[] Core =
    [
        "Microsoft.Bcl.TimeProvider.dll",
        "Microsoft.Extensions.Configuration.Abstractions.dll",
        "Microsoft.Extensions.Configuration.Binder.dll",
        "Microsoft.Extensions.Configuration.dll",
        "Microsoft.Extensions.DependencyInjection.Abstractions.dll",
        "Microsoft.Extensions.DependencyInjection.dll",
        "Microsoft.Extensions.Diagnostics.Abstractions.dll",
        "Microsoft.Extensions.Diagnostics.dll",
        "Microsoft.Extensions.Http.dll",
        "Microsoft.Extensions.Logging.Abstractions.dll",
        "Microsoft.Extensions.Logging.dll",
        "Microsoft.Extensions.Options.ConfigurationExtensions.dll",
        "Microsoft.Extensions.Options.dll",
        "Microsoft.Extensions.Primitives.dll",
        "Newtonsoft.Json.dll",
        "Polly.Core.dll",
        "SigmaPS.Core.dll",
        "YamlDotNet.dll",
    ];

    private static readonly string[] Desktop =
    [
        "Microsoft.Bcl.AsyncInterfaces.dll",
        "Microsoft.Bcl.TimeProvider.dll",
        "Microsoft.Extensions.Configuration.Abstractions.dll",
        "Microsoft.Extensions.DependencyInjection.Abstractions.dll",
        "Microsoft.Extensions.DependencyInjection.dll",
        "Microsoft.Extensions.Http.dll",
        "Microsoft.Extensions.Logging.Abstractions.dll",
        "Microsoft.Extensions.Logging.dll",
        "Microsoft.Extensions.Options.dll",
        "Microsoft.Extensions.Primitives.dll",
        "Newtonsoft.Json.dll",
        "Polly.Core.dll",
        "SigmaPS.Core.dll",
        "SigmaPS.dll",
        "System.Buffers.dll",
        "System.ComponentModel.Annotations.dll",
        "System.Diagnostics.DiagnosticSource.dll",
        "System.Memory.dll",
        "System.Numerics.Vectors.dll",
        "System.Runtime.CompilerServices.Unsafe.dll",
        "System.Threading.Tasks.Extensions.dll",
        "System.ValueTuple.dll",
        "YamlDotNet.dll",
    ];

    [Fact]
    public void Every_dll_is_expected_in_its_folder()
    {
        Assert.Equal(["SigmaPS.dll"], Dlls(Repository.CoreBin));
        Assert.Equal(Core, Dlls(Path.Combine(Repository.CoreBin, "deps")));
        Assert.Equal(Desktop, Dlls(Repository.DesktopBin));
    }

    [Fact]
    public void No_copy_of_PowerShell_and_none_of_the_framework_is_shipped() =>
        Assert.DoesNotContain(Core.Concat(Desktop), dll =>
            dll
                is "System.Management.Automation.dll"
                    or "System.Net.Http.dll"
                    or "netstandard.dll"
                    or "mscorlib.dll"
                    or "System.Runtime.dll");

    [Fact]
    public void Desktop_resolver_knows_exactly_the_references_that_do_not_match()
    {
        Dictionary<string, Version> shipped = Desktop.ToDictionary(
            dll => Path.GetFileNameWithoutExtension(dll)!,
            dll => AssemblyName.GetAssemblyName(Path.Combine(Repository.DesktopBin, dll)).Version!);
        IEnumerable<string> mismatched = Desktop.SelectMany(dll => References(Path.Combine(Repository.DesktopBin, dll)))
            .Where(reference => shipped.TryGetValue(reference.Name, out Version? version) && version != reference.Version)
            .Select(reference => reference.Name).Distinct().Order();
        string source = Repository.Read("src", "SigmaPS", "Loading", "DesktopResolver.cs");
        string list = source[source.IndexOf("Names = new", StringComparison.Ordinal)..source.IndexOf("};", StringComparison.Ordinal)];
        Assert.Equal(mismatched, Regex.Matches(list, "\"([^\"]+)\"").Select(match => match.Groups[1].Value).Order());
    }

    [Fact]
    public void Desktop_closure_is_complete()
    {
        HashSet<string> shipped = [.. Desktop.Select(dll => Path.GetFileNameWithoutExtension(dll)!)];
        string[] framework =
        [
            "mscorlib",
            "netstandard",
            "System",
            "System.Core",
            "System.Net.Http",
            "System.Numerics",
            "System.Data",
            "System.Xml",
            "System.Xml.Linq",
            "System.Runtime.Serialization",
            "System.Management.Automation",
            "System.Configuration",
            "System.ComponentModel.Composition",
            "System.ComponentModel.DataAnnotations",
        ];
        Assert.All(Desktop.SelectMany(dll => References(Path.Combine(Repository.DesktopBin, dll))), reference =>
            Assert.True(
                shipped.Contains(reference.Name) || framework.Contains(reference.Name),
                $"{reference.Name} is neither shipped nor part of .NET Framework"));
    }

    [Fact]
    public void Manifest_is_data_and_lists_its_requirements()
    {
        using Shell shell = new(import: false);
        shell.Set("manifest", Repository.Manifest);
        ShellResult result = shell
            .Run(
                "$m = Test-ModuleManifest $manifest; $m.CompatiblePSEditions -join ','; $m.PowerShellVersion.ToString(); "
                    + "$m.DotNetFrameworkVersion.ToString(); $m.Version.ToString()"
            )
            .MustSucceed();
        Assert.Equal(["Desktop,Core", "5.1", "4.7.2", Path.GetFileName(Repository.Module.TrimEnd('/'))], result.Texts);
        Assert.True(File.ReadAllLines(Path.Combine(Repository.Module, "SigmaPS.psm1")).Length <= 25);
    }

    private static string[] Dlls(string folder) =>
        [.. Directory.GetFiles(folder, "*.dll").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    private static List<(string Name, Version Version)> References(string file)
    {
        using PEReader pe = new(File.OpenRead(file));
        MetadataReader reader = pe.GetMetadataReader();
        return
        [
            .. reader
                .AssemblyReferences.Select(handle => reader.GetAssemblyReference(handle))
                .Select(reference => (reader.GetString(reference.Name), reference.Version)),
        ];
    }
}
