using System.ComponentModel;
using System.Management.Automation;
#if NETFRAMEWORK
using Resolver = SigmaPS.Loading.DesktopResolver;
#else
using Resolver = SigmaPS.Loading.CoreResolver;
#endif

namespace SigmaPS.Loading;

/// <summary>What PowerShell calls when the module comes and goes, once for each runspace. Nothing else happens at import.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModuleEvents : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <summary>Lets the engine be found.</summary>
    public void OnImport() => Resolver.Attach();

    /// <summary>Lets go of the handler when the last runspace removes the module.</summary>
    /// <param name="psModuleInfo">The module.</param>
    public void OnRemove(PSModuleInfo psModuleInfo) => Resolver.Detach();
}
