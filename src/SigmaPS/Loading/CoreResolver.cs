using System;
using System.Reflection;
using System.Runtime.Loader;

namespace SigmaPS.Loading;

/// <summary>Answers for exactly one name, SigmaPS.Core, out of the module's own load context.</summary>
/// <remarks>The handler is the process's, imports are each runspace's: it is attached with the first and detached with the last.</remarks>
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
