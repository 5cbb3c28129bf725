using System.IO;
using System.Linq;
using System.Reflection;

namespace SigmaPS.Tests.Support;

/// <summary>Where things are, as the build knows it.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>The staged module, as it is shipped.</summary>
    public static string Module { get; } = Metadata("StagedModule");

    public static string Manifest => Path.Combine(Module, "SigmaPS.psd1");

    public static string CoreBin => Path.Combine(Module, "bin", "Core");

    public static string DesktopBin => Path.Combine(Module, "bin", "Desktop");

    /// <summary>Specs in the layout of real exports, written for the tests.</summary>
    public static string Exports => Path.Combine(Root, "tests", "SigmaPS.Core.Tests", "Resources", "exports");

    /// <summary>The package with the public members of .NET Framework 4.7.2.</summary>
    public static string FrameworkReferences => Metadata("FrameworkReferences");

    /// <summary>The folder with the public members of PowerShell 5.1.</summary>
    public static string PowerShellReferences => Path.Combine(Metadata("PowerShellStandard"), "lib", "netstandard2.0");

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
