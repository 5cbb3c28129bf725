using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace SigmaPS.Binding;

/// <summary>Files that a user names, against PowerShell's own location.</summary>
internal static class PathResolver
{
    private static readonly char[] Brackets = { '[', ']' };

    /// <summary>The full paths of files.</summary>
    /// <param name="cmdlet">The cmdlet, for its location.</param>
    /// <param name="paths">Paths as given.</param>
    /// <param name="literal">Whether wildcards are plain characters.</param>
    /// <param name="parameter">The parameter they were given with; without it -Path or -LiteralPath.</param>
    public static IReadOnlyList<string> Resolve(PSCmdlet cmdlet, IEnumerable<string> paths, bool literal, string? parameter = null) =>
        paths.SelectMany(path => literal ? new[] { ResolvePath(cmdlet, path, parameter ?? "LiteralPath") } : ExpandWildcards(cmdlet, path, parameter ?? "Path")).ToList();

    /// <summary>Paths as given; a variable that nobody has set is no list without paths, for which there would be nothing to do.</summary>
    /// <param name="paths">What bound to the parameter.</param>
    /// <param name="literal">Whether that is -LiteralPath.</param>
    /// <exception cref="Core.Diagnostics.SigmaEngineException">Nothing did.</exception>
    public static IEnumerable<string> RequireValue(IEnumerable<string>? paths, bool literal) =>
        paths ?? throw new Core.Diagnostics.SigmaEngineException(Core.Diagnostics.ErrorCode.InvalidArgument, $"-{(literal ? "LiteralPath" : "Path")} is empty, as a variable is that nobody has set. Name files or folders; @() says that there are none.");

    /// <summary>The full path of a file or folder that may not exist yet.</summary>
    /// <param name="cmdlet">The cmdlet, for its location.</param>
    /// <param name="path">The path as given.</param>
    /// <param name="parameter">The parameter it was given with.</param>
    public static string ResolvePath(PSCmdlet cmdlet, string path, string parameter) => Guard(path, parameter, () =>
    {
        var full = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        return FileSystem(full, provider, path, parameter);
    });

    private static IEnumerable<string> ExpandWildcards(PSCmdlet cmdlet, string path, string parameter) => Guard(path, parameter, () =>
    {
        try
        {
            var found = cmdlet.GetResolvedProviderPathFromPSPath(path, out var provider);
            return found.Count == 0 ? throw new ItemNotFoundException() : found.Select(file => FileSystem(file, provider, path, parameter)).ToList();
        }
        catch (Exception e) when (e is ItemNotFoundException or WildcardPatternException)
        {
            return Literal(cmdlet, path, parameter) ?? throw Missing(path, parameter, e);
        }
    });

    // Brackets are wildcards in -Path. A file object, or a name typed as it is, means the file that is there.
    private static IReadOnlyList<string>? Literal(PSCmdlet cmdlet, string path, string parameter) =>
        path.IndexOfAny(Brackets) >= 0 && ResolvePath(cmdlet, path, parameter) is var full && (System.IO.File.Exists(full) || System.IO.Directory.Exists(full)) ? new[] { full } : null;

    private static T Guard<T>(string path, string parameter, Func<T> resolve)
    {
        // PowerShell would take the current folder, and everything in it would be meant.
        if (string.IsNullOrWhiteSpace(path))
        {
            throw NotAFileSystemPath(path, parameter, "it is empty, as a variable is that nobody has set", null);
        }

        try
        {
            return resolve();
        }
        catch (ItemNotFoundException e)
        {
            throw Missing(path, parameter, e);
        }
        catch (Exception e) when (e is (RuntimeException and not PipelineStoppedException) or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            // No such drive or provider, no valid pattern, or no path at all.
            throw e is WildcardPatternException ? Missing(path, parameter, e) : NotAFileSystemPath(path, parameter, e.Message.TrimEnd('.'), e);
        }
    }

    private static string FileSystem(string full, ProviderInfo provider, string path, string parameter) => string.Equals(provider.Name, "FileSystem", StringComparison.Ordinal)
        ? full
        : throw NotAFileSystemPath(path, parameter, $"it belongs to PowerShell's provider {provider.Name}", null);

    private static Core.Diagnostics.SigmaEngineException NotAFileSystemPath(string path, string parameter, string why, Exception? cause) =>
        new(Core.Diagnostics.ErrorCode.FileFailed, $"-{parameter} '{path}' names no place in the file system: {why}. Name a file or folder on a drive of the file system (Get-PSDrive -PSProvider FileSystem lists them).", cause) { Target = path };

    private static Core.Diagnostics.SigmaEngineException Missing(string path, string parameter, Exception? cause)
    {
        var advice = parameter == "Path" && path.IndexOfAny(Brackets) >= 0 ? " In -Path, [ and ] are wildcards. For this exact name, use -LiteralPath." : "";
        return new Core.Diagnostics.SigmaEngineException(Core.Diagnostics.ErrorCode.FileFailed, $"The file '{path}' does not exist.{advice}", cause) { Target = path };
    }
}
