using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace SigmaPS.Tests.Support;

/// <summary>The content of a folder at one time, to put it back.</summary>
internal sealed partial class LocalFiles(string root)
{
    private readonly string[] _folders = Directory.GetDirectories(root, "*", SearchOption.AllDirectories);
    private readonly Dictionary<string, byte[]> _files = Read(root);

    /// <summary>The present content as text, without times.</summary>
    /// <param name="except">The part of the paths that the text leaves out.</param>
    public string Text(string? except = null) => Time().Replace(
        string.Join("\n", Read(root)
            .Where(file => except is null || !file.Key.Contains(except, StringComparison.Ordinal))
            .OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => $"{file.Key}: {Encoding.UTF8.GetString(file.Value)}")),
        "(time)");

    /// <summary>Replaces the present content by the remembered one. A file and a folder that have not changed keep their times.</summary>
    public void PutBack()
    {
        foreach (string folder in Directory.GetDirectories(root, "*", SearchOption.AllDirectories).Except(_folders).Order().Reverse())
        {
            Directory.Delete(folder, recursive: true);
        }

        Array.ForEach(_folders, folder => Directory.CreateDirectory(folder));
        Dictionary<string, byte[]> present = Read(root);
        foreach (string file in present.Keys.Except(_files.Keys))
        {
            File.Delete(file);
        }

        foreach ((string file, byte[] content) in _files)
        {
            if (!present.TryGetValue(file, out byte[]? now) || !now.AsSpan().SequenceEqual(content))
            {
                File.WriteAllBytes(file, content);
            }
        }
    }

    private static Dictionary<string, byte[]> Read(string root) =>
        Directory.GetFiles(root, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllBytes);

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)|\b\d{8}T\d{6}Z\b")]
    private static partial Regex Time();
}
