using System;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace SigmaPS.Loading;

/// <summary>Where the engine and its packages live on PowerShell 7: apart from everybody else's copies.</summary>
/// <remarks>What is not in deps and not part of .NET is an error, because the default context would give another module's copy without a word.</remarks>
internal sealed class CoreLoadContext : AssemblyLoadContext
{
    public const string CoreName = "SigmaPS.Core";

    private readonly string _folder = Path.Combine(Path.GetDirectoryName(typeof(CoreLoadContext).Assembly.Location)!, "deps");

    public CoreLoadContext() : base("SigmaPS")
    {
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = Path.Combine(_folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path)
            : IsFramework(assemblyName.Name!) ? null
            : throw new FileNotFoundException($"{assemblyName.Name}.dll is missing from the SigmaPS module at {_folder}. The installation is incomplete; install the module again.", path);
    }

    private static bool IsFramework(string name) =>
        name is "netstandard" or "mscorlib" or "System" or "Microsoft.CSharp" or "Microsoft.VisualBasic.Core"
        || name.StartsWith("System.", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.Win32.", StringComparison.Ordinal);
}
