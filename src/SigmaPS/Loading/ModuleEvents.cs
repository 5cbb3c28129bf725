using System.ComponentModel;
using System.Management.Automation;
#if NETFRAMEWORK
using Resolver = SigmaPS.Loading.DesktopResolver;
#else
using Resolver = SigmaPS.Loading.CoreResolver;
#endif

namespace SigmaPS.Loading;

/// <summary>PowerShell calls it when the module is imported or removed, once per runspace. The import does no other work.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModuleEvents : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <summary>Attaches the handler that resolves the engine.</summary>
    public void OnImport() => Resolver.Attach();

    /// <summary>Detaches the handler when the last runspace removes the module.</summary>
    /// <param name="psModuleInfo">The module.</param>
    public void OnRemove(PSModuleInfo psModuleInfo) => Resolver.Detach();
}
