using System;
using System.IO;
using System.Management.Automation;

namespace SigmaPS.Tests.Support;

/// <summary>A test with a shell of its own, which is not connected to an organization.</summary>
public abstract class ShellTest : IDisposable
{
    private DirectoryInfo? _folder;

    private protected Shell Shell { get; } = Shell.Borrow();

    /// <summary>An empty folder that goes away with the test.</summary>
    private protected DirectoryInfo Folder => _folder ??= Directory.CreateTempSubdirectory("sigmaps-");

    public virtual void Dispose()
    {
        Shell.Dispose();
        _folder?.Delete(recursive: true);
    }

    private protected ShellResult Run(string script, Action<PowerShell>? onBegin = null) => Shell.Run(script, onBegin);
}
