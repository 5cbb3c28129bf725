using System;
using System.Reflection;
using System.Runtime.Loader;

namespace SigmaPS.Loading;

/// <summary>Resolves exactly one assembly, SigmaPS.Core, from the module's own load context.</summary>
/// <remarks>The handler is per process, imports are per runspace: the first import attaches it and the last removal detaches it.</remarks>
internal static class CoreResolver
{
    private static readonly object Gate = new();
    private static readonly Lazy<CoreLoadContext> Context = new(() => new CoreLoadContext());
    private static int _imports;

    /// <summary>How many handlers are attached: none or one.</summary>
    public static int Handlers { get; private set; }

    public static void Attach()
    {
        lock (Gate)
        {
            if (_imports++ == 0)
            {
                AssemblyLoadContext.Default.Resolving += Resolve;
                Handlers++;
            }
        }
    }

    public static void Detach()
    {
        lock (Gate)
        {
            if (_imports > 0 && --_imports == 0)
            {
                AssemblyLoadContext.Default.Resolving -= Resolve;
                Handlers--;
            }
        }
    }

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name) =>
        string.Equals(name.Name, CoreLoadContext.CoreName, StringComparison.Ordinal) ? Context.Value.LoadFromAssemblyName(name) : null;
}
