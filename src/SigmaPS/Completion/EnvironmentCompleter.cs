using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Management.Automation;

namespace SigmaPS.Completion;

/// <summary>Completes environments of the file on the command line.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EnvironmentCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound)
    {
        // Completion runs in the runspace of the command line, so paths are relative to its location.
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        var here = shell
            .AddScript("$ExecutionContext.SessionState.Path.CurrentFileSystemLocation.ProviderPath")
            .Invoke<string>()
            .FirstOrDefault()
            ?? "";
        var folder = System.IO.Path.Combine(here, bound["LiteralPath"] as string ?? bound["Path"] as string ?? ".");
        var file = bound["EnvironmentPath"] is string path
            ? System.IO.Path.Combine(here, path)
            : Core.Release.EnvironmentReader.Find(System.IO.Path.GetFullPath(folder));
        return Core.Release.EnvironmentReader.Names(file).Select(name => new Candidate(name));
    }
}
