using System;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace SigmaPS.Loading;

/// <summary>The load context of the engine and its packages on PowerShell 7, isolated from other modules' copies.</summary>
/// <remarks>An assembly that is neither in deps nor part of .NET is an error, because the default context would silently load another
/// module's copy.</remarks>
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
        if (File.Exists(path))
        {
            return LoadFromAssemblyPath(path);
        }

        return IsFramework(assemblyName.Name!) ? null : throw LoadingErrors.FileMissing(assemblyName.Name!, _folder, path);
    }

    private static bool IsFramework(string name) =>
        name is "netstandard" or "mscorlib" or "System" or "Microsoft.CSharp" or "Microsoft.VisualBasic.Core"
        || name.StartsWith("System.", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.Win32.", StringComparison.Ordinal);
}
