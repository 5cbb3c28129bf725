using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace SigmaPS.Cmdlets;

/// <summary>Files that a user names, against PowerShell's own location.</summary>
internal static class SpecFiles
{
    /// <summary>The full paths of files.</summary>
    /// <param name="cmdlet">The cmdlet, for its location.</param>
    /// <param name="paths">Paths as given.</param>
    /// <param name="literal">Whether wildcards are plain characters.</param>
    public static IReadOnlyList<string> Resolve(PSCmdlet cmdlet, IEnumerable<string> paths, bool literal) => paths.SelectMany(path => One(cmdlet, path, literal)).ToList();

    /// <summary>The full path of a folder that may not exist yet.</summary>
    public static string Folder(PSCmdlet cmdlet, string path) => FileSystem(cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _), provider, path);

    private static IEnumerable<string> One(PSCmdlet cmdlet, string path, bool literal)
    {
        try
        {
            if (literal)
            {
                return new[] { Folder(cmdlet, path) };
            }

            var found = cmdlet.GetResolvedProviderPathFromPSPath(path, out var provider);
            return found.Count == 0 ? throw Missing(path, null) : found.Select(file => FileSystem(file, provider, path)).ToList();
        }
        catch (ItemNotFoundException e)
        {
            throw Missing(path, e);
        }
        catch (Exception e) when (e is (RuntimeException and not PipelineStoppedException) or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            // No such drive or provider, no valid pattern, or no path at all.
            throw new Core.Api.SigmaFaultException(Core.Api.FaultKind.FileFailed, $"'{path}' cannot be resolved: {e.Message}", e) { Target = path };
        }
    }

    private static string FileSystem(string full, ProviderInfo provider, string path) => string.Equals(provider.Name, "FileSystem", StringComparison.Ordinal)
        ? full
        : throw new Core.Api.SigmaFaultException(Core.Api.FaultKind.FileFailed, $"'{path}' is no place in the file system.") { Target = path };

    private static Core.Api.SigmaFaultException Missing(string path, Exception? cause) =>
        new(Core.Api.FaultKind.FileFailed, $"The file '{path}' does not exist.", cause) { Target = path };
}
