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
        paths ?? throw BindingErrors.NullPath(literal);

    /// <summary>Resolves a path to exactly one folder.</summary>
    /// <param name="cmdlet">The cmdlet, for its location.</param>
    /// <param name="path">The path as given.</param>
    /// <param name="literal">Whether wildcards are plain characters.</param>
    /// <param name="parameter">The parameter's name; null for -Path or -LiteralPath.</param>
    public static string ResolveFolder(PSCmdlet cmdlet, string path, bool literal, string? parameter)
    {
        var found = Resolve(cmdlet, new[] { path }, literal, parameter);
        return found.Count == 1 && System.IO.Directory.Exists(found[0]) ? found[0] : throw BindingErrors.NotOneFolder(path, found.Count);
    }

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
            return Literal(cmdlet, path, parameter) ?? throw FileNotFound(path, parameter, e);
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
            throw BindingErrors.EmptyPath(path, parameter);
        }

        try
        {
            return resolve();
        }
        catch (ItemNotFoundException e)
        {
            throw FileNotFound(path, parameter, e);
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
                ? FileNotFound(path, parameter, e)
                : BindingErrors.UnresolvedPath(path, parameter, e);
        }
    }

    private static string FileSystem(string full, ProviderInfo provider, string path, string parameter) =>
        string.Equals(provider.Name, "FileSystem", StringComparison.Ordinal)
            ? full
            : throw BindingErrors.ForeignProvider(path, parameter, provider);

    private static Core.Diagnostics.SigmaEngineException FileNotFound(string path, string parameter, Exception cause) =>
        BindingErrors.FileNotFound(path, parameter == "Path" && path.IndexOfAny(Brackets) >= 0, cause);
}
