using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>Which connections and which databases, schemas and tables take the place of which.</summary>
public sealed class SourceMap
{
    private readonly Dictionary<string, string> _connections;
    private readonly List<PathEntry> _paths;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>Makes a map.</summary>
    /// <param name="connections">Old connection id to new one.</param>
    /// <param name="paths">Old path or its beginning, steps with dots between them, to what takes its place.</param>
    /// <exception cref="SigmaEngineException">A path is none.</exception>
    public SourceMap(IEnumerable<KeyValuePair<string, string>> connections, IEnumerable<KeyValuePair<string, string>> paths)
    {
        _connections = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in connections)
        {
            _connections[pair.Key] = pair.Value;
        }

        // The longest beginning that fits is the one that is meant.
        _paths = paths
            .Select(pair => new PathEntry(pair.Key, Steps(pair.Key), Steps(pair.Value)))
            .OrderByDescending(entry => entry.Old.Count)
            .ToList();
    }

    /// <summary>The entries that nothing in the document answered to.</summary>
    public IEnumerable<string> Unused => _connections.Keys.Concat(_paths.Select(entry => entry.Key)).Where(key => !_used.Contains(key));

    /// <summary>Whether the map has paths.</summary>
    public bool HasPaths => _paths.Count > 0;

    /// <summary>The connection that takes another one's place; null where it stays.</summary>
    public string? Connection(string? id)
    {
        if (id is null || !_connections.TryGetValue(id, out var now))
        {
            return null;
        }

        _used.Add(_connections.Keys.First(key => string.Equals(key, id, StringComparison.OrdinalIgnoreCase)));
        return now == id ? null : now;
    }

    /// <summary>The path that takes another one's place; null where it stays.</summary>
    public IReadOnlyList<string>? Path(IReadOnlyList<string> path)
    {
        var entry = _paths.FirstOrDefault(e =>
            e.Old.Count <= path.Count && e.Old.SequenceEqual(path.Take(e.Old.Count), StringComparer.Ordinal));
        if (entry is null)
        {
            return null;
        }

        _used.Add(entry.Key);
        var now = entry.Now.Concat(path.Skip(entry.Old.Count)).ToList();
        return now.SequenceEqual(path, StringComparer.Ordinal) ? null : now;
    }

    /// <summary>The old names that stand in a statement as words and that the map gives up.</summary>
    public IEnumerable<string> NamesIn(string statement)
    {
        foreach (var entry in _paths)
        {
            var gone = entry.Old.Where(step => !entry.Now.Contains(step)).ToList();
            if (
                gone.Any(step =>
                    Regex.IsMatch(
                        statement,
                        $@"(?<![\w$]){Regex.Escape(step)}(?![\w$])",
                        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)))
            {
                _used.Add(entry.Key);
                yield return entry.Key;
            }
        }
    }

    // DB.SCHEMA.TABLE; a step that has a dot in it stands in double quotes.
    private static List<string> Steps(string path)
    {
        var steps = Regex.Matches(path, "\\G(?:\"((?:[^\"]|\"\")+)\"|([^.\"]+))(?:\\.(?!$)|$)").Cast<Match>().ToList();
        return steps.Sum(step => step.Length) == path.Length && steps.Count > 0
            ? steps.Select(step => step.Groups[1].Success ? step.Groups[1].Value.Replace("\"\"", "\"") : step.Groups[2].Value).ToList()
            : throw EditTargetResolver.Fault(
                $"'{path}' is no path: write DATABASE.SCHEMA.TABLE, or its beginning; a name with a dot in it stands in double quotes.",
                path);
    }

    private sealed class PathEntry
    {
        public PathEntry(string key, List<string> old, List<string> now)
        {
            Key = key;
            Old = old;
            Now = now;
        }

        public string Key { get; }

        public List<string> Old { get; }

        public List<string> Now { get; }
    }
}
