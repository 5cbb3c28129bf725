using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace SigmaPS.Binding;

/// <summary>Resolves paths relative to PowerShell's current location.</summary>
internal static class PathResolver
{
    private static readonly char[] Brackets = { '[', ']' };

    /// <summary>The full paths of files.</summary>
    /// <param name="cmdlet">The cmdlet, for its location.</param>
    /// <param name="paths">Paths as given.</param>
    /// <param name="literal">Whether wildcards are plain characters.</param>
    /// <param name="parameter">The parameter's name; null means -Path or -LiteralPath.</param>
    public static IReadOnlyList<string> Resolve(PSCmdlet cmdlet, IEnumerable<string> paths, bool literal, string? parameter = null) =>
        paths
            .SelectMany(path =>
                literal
                    ? new[] { ResolvePath(cmdlet, path, parameter ?? "LiteralPath") }
                    : ExpandWildcards(cmdlet, path, parameter ?? "Path"))
            .ToList();

    /// <summary>Checks that a path parameter has a value. An unset variable is an error, because it does not mean an empty list.</summary>
    /// <param name="paths">The value of the parameter.</param>
    /// <param name="literal">Whether the parameter is -LiteralPath.</param>
    /// <exception cref="Core.Diagnostics.SigmaEngineException">The value is $null.</exception>
    public static IEnumerable<string> RequireValue(IEnumerable<string>? paths, bool literal) =>
        paths ?? throw new Core.Diagnostics.SigmaEngineException(
            Core.Diagnostics.ErrorCode.InvalidArgument,
            (literal ? "-LiteralPath" : "-Path") + " is $null. Check the variable that you pass, and specify files or folders; "
                + "for no files, pass @().");

    /// <summary>The full path of a file or folder that may not exist yet.</summary>
    /// <param name="cmdlet">The cmdlet, for its location.</param>
    /// <param name="path">The path as given.</param>
    /// <param name="parameter">The parameter's name.</param>
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
            return found.Count == 0
                ? throw new ItemNotFoundException()
                : found.Select(file => FileSystem(file, provider, path, parameter)).ToList();
        }
        catch (Exception e) when (e is ItemNotFoundException or WildcardPatternException)
        {
            return Literal(cmdlet, path, parameter) ?? throw Missing(path, parameter, e);
        }
    });

    // Brackets are wildcards in -Path. If a file with this literal name exists, it is used.
    private static IReadOnlyList<string>? Literal(PSCmdlet cmdlet, string path, string parameter) =>
        path.IndexOfAny(Brackets) >= 0
        && ResolvePath(cmdlet, path, parameter) is var full
        && (System.IO.File.Exists(full) || System.IO.Directory.Exists(full))
            ? new[] { full }
            : null;

    private static T Guard<T>(string path, string parameter, Func<T> resolve)
    {
        // PowerShell resolves empty text to the current folder, so all files in it would be used.
        if (string.IsNullOrWhiteSpace(path))
        {
            throw NotAFileSystemPath(path, parameter, "it is empty; check the variable that you pass", null);
        }

        try
        {
            return resolve();
        }
        catch (ItemNotFoundException e)
        {
            throw Missing(path, parameter, e);
        }
        catch (Exception e)
            when (e
                    is (RuntimeException and not PipelineStoppedException)
                        or ArgumentException
                        or InvalidOperationException
                        or NotSupportedException)
        {
            // The drive or provider does not exist, or the text is not a valid pattern or path.
            throw e is WildcardPatternException
                ? Missing(path, parameter, e)
                : NotAFileSystemPath(path, parameter, e.Message.TrimEnd('.'), e);
        }
    }

    private static string FileSystem(string full, ProviderInfo provider, string path, string parameter) =>
        string.Equals(provider.Name, "FileSystem", StringComparison.Ordinal)
            ? full
            : throw NotAFileSystemPath(path, parameter, $"it belongs to PowerShell's provider {provider.Name}", null);

    private static Core.Diagnostics.SigmaEngineException NotAFileSystemPath(string path, string parameter, string why, Exception? cause) =>
        new(
            Core.Diagnostics.ErrorCode.FileFailed,
            $"-{parameter} '{path}' is not a path in the file system: {why}. Specify a file or folder on a drive of the file system. "
                + "To list the drives, run: Get-PSDrive -PSProvider FileSystem.",
            cause)
        {
            Target = path,
        };

    private static Core.Diagnostics.SigmaEngineException Missing(string path, string parameter, Exception? cause)
    {
        var advice =
            parameter == "Path" && path.IndexOfAny(Brackets) >= 0
                ? " In -Path, [ and ] are wildcards. For this exact name, use -LiteralPath."
                : "";
        return new Core.Diagnostics.SigmaEngineException(
            Core.Diagnostics.ErrorCode.FileFailed,
            $"The file '{path}' does not exist.{advice}",
            cause)
        {
            Target = path,
        };
    }
}
