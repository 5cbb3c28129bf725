using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>Maps connections, databases, schemas and tables to their replacements.</summary>
public sealed class SourceMap
{
    private readonly Dictionary<string, string> _connections;
    private readonly List<PathEntry> _paths;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>Creates a map.</summary>
    /// <param name="connections">The new connection ID for each old one.</param>
    /// <param name="paths">The new path for each old path or its beginning. Dots separate the steps.</param>
    /// <exception cref="SigmaEngineException">A text is not a path.</exception>
    public SourceMap(IEnumerable<KeyValuePair<string, string>> connections, IEnumerable<KeyValuePair<string, string>> paths)
    {
        _connections = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in connections)
        {
            _connections[pair.Key] = pair.Value;
        }

        // The longest matching beginning applies.
        _paths = paths
            .Select(pair => new PathEntry(pair.Key, Steps(pair.Key), Steps(pair.Value)))
            .OrderByDescending(entry => entry.Old.Count)
            .ToList();
    }

    /// <summary>The entries that did not match anything in the document.</summary>
    public IEnumerable<string> Unused => _connections.Keys.Concat(_paths.Select(entry => entry.Key)).Where(key => !_used.Contains(key));

    /// <summary>Whether the map has paths.</summary>
    public bool HasPaths => _paths.Count > 0;

    /// <summary>The replacement of a connection; null if it stays.</summary>
    public string? Connection(string? id)
    {
        if (id is null || !_connections.TryGetValue(id, out var now))
        {
            return null;
        }

        _used.Add(_connections.Keys.First(key => string.Equals(key, id, StringComparison.OrdinalIgnoreCase)));
        return now == id ? null : now;
    }

    /// <summary>The replacement of a path; null if it stays.</summary>
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

    /// <summary>The keys of the map whose old names occur in a statement as words.</summary>
    public IEnumerable<string> NamesIn(string statement)
    {
        foreach (var entry in _paths)
        {
            var old = entry.Old.Where(step => !entry.Now.Contains(step)).ToList();
            if (
                old.Any(step =>
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

    // DB.SCHEMA.TABLE; a step with a dot is in double quotes.
    private static List<string> Steps(string path)
    {
        var steps = Regex.Matches(path, "\\G(?:\"((?:[^\"]|\"\")+)\"|([^.\"]+))(?:\\.(?!$)|$)").Cast<Match>().ToList();
        return steps.Sum(step => step.Length) == path.Length && steps.Count > 0
            ? steps.Select(step => step.Groups[1].Success ? step.Groups[1].Value.Replace("\"\"", "\"") : step.Groups[2].Value).ToList()
            : throw EditTargetResolver.Fault(
                $"'{path}' is not a path. Write DATABASE.SCHEMA.TABLE, or its beginning, and put a name with a dot in double quotes.",
                path);
    }

    private sealed class PathEntry(string key, List<string> old, List<string> now)
    {
        public string Key { get; } = key;

        public List<string> Old { get; } = old;

        public List<string> Now { get; } = now;
    }
}
