using System;
using System.IO;
using System.Linq;

namespace SigmaPS.Core.Reports;

/// <summary>Names files as reports and build agents do: relative to the root of the sources, with slashes.</summary>
public sealed class ReportPaths
{
    private readonly string _root;

    /// <summary>Creates the names of files of one folder.</summary>
    /// <param name="root">The full path of the folder.</param>
    public ReportPaths(string root) => _root = root.TrimEnd('/', '\\');

    /// <summary>The path relative to the root; the full path of a file outside it.</summary>
    /// <param name="file">A full path.</param>
    /// <returns>The path, with slashes if it is relative.</returns>
    public string Shown(string file) => Below(file) ?? file;

    /// <summary>The path as a URI reference.</summary>
    /// <param name="file">A full path.</param>
    /// <param name="isRelative">Whether it is relative to the root.</param>
    /// <returns>A valid URI reference.</returns>
    internal string Uri(string file, out bool isRelative)
    {
        var below = Below(file);
        isRelative = below is not null;
        return below is null ? new Uri(file).AbsoluteUri : string.Join("/", below.Split('/').Select(System.Uri.EscapeDataString));
    }

    private string? Below(string file)
    {
        var how = Path.DirectorySeparatorChar == '\\' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return file.Length > _root.Length + 1 && file.StartsWith(_root, how) && file[_root.Length] is '/' or '\\'
            ? file.Substring(_root.Length + 1).Replace(Path.DirectorySeparatorChar, '/')
            : null;
    }
}
