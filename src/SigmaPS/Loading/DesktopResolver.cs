using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Reflection;

namespace SigmaPS.Loading;

/// <summary>
/// The assembly resolve handler (<see cref="AppDomain.AssemblyResolve"/>) of .NET Framework. It resolves the references whose version
/// differs from the shipped assembly, because Windows PowerShell has neither load contexts nor binding redirects.
/// </summary>
/// <remarks>It covers a fixed list from the module's folder, with the same public key and at least the same version. A test recomputes
/// the list from bin/Desktop.</remarks>
internal static class DesktopResolver
{
    private static readonly object Gate = new();
    private static readonly string Folder = Path.GetDirectoryName(typeof(DesktopResolver).Assembly.Location)!;
    private static int _imports;

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "Microsoft.Bcl.AsyncInterfaces",
        "Microsoft.Bcl.TimeProvider",
        "Microsoft.Extensions.DependencyInjection.Abstractions",
        "System.Runtime.CompilerServices.Unsafe",
    };

    /// <summary>How many handlers are attached: none or one.</summary>
    public static int Handlers { get; private set; }

    public static void Attach()
    {
        lock (Gate)
        {
            if (_imports++ == 0)
            {
                // Older systems do not enable TLS 1.2. Keep the enabled protocols; the system default (0) includes TLS 1.2.
                if (ServicePointManager.SecurityProtocol != 0)
                {
                    ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
                }

                AppDomain.CurrentDomain.AssemblyResolve += Resolve;
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
                AppDomain.CurrentDomain.AssemblyResolve -= Resolve;
                Handlers--;
            }
        }
    }

    private static Assembly? Resolve(object sender, ResolveEventArgs args)
    {
        var wanted = new AssemblyName(args.Name);
        var path = Path.Combine(Folder, wanted.Name + ".dll");
        if (!Names.Contains(wanted.Name) || !File.Exists(path))
        {
            return null;
        }

        var shipped = AssemblyName.GetAssemblyName(path);
        var sameKey = (shipped.GetPublicKeyToken() ?? Array.Empty<byte>()).SequenceEqual(wanted.GetPublicKeyToken() ?? Array.Empty<byte>());
        return sameKey && (wanted.Version is null || shipped.Version >= wanted.Version) ? Assembly.LoadFrom(path) : null;
    }
}
