using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Spec;

/// <summary>Parses the rows of the schema table and resolves branches and included rows.</summary>
internal sealed class SchemaReader
{
    private readonly Dictionary<string, string[]> _rows = new(StringComparer.Ordinal);
    private readonly List<string> _names = new();

    private SchemaReader()
    {
    }

    /// <summary>The kinds of objects by name; each contains its branches.</summary>
    public Dictionary<string, SchemaType> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>The lists of values by name.</summary>
    public Dictionary<string, string[]> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>Parses all rows.</summary>
    /// <param name="table">The rows.</param>
    public static SchemaReader Read(string table)
    {
        var reader = new SchemaReader();
        foreach (var line in table.Replace("\r", "").Replace("\n+", "").Split(new[] { '\n' }, StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ');
            if (line[0] == '=')
            {
                reader.Values.Add(words[0].Substring(1), words[1].Split('|'));
            }
            else
            {
                reader._names.Add(words[0]);
                reader._rows.Add(words[0], words.Skip(1).ToArray());
            }
        }

        foreach (var name in reader._names.Where(name => name.IndexOf('.') < 0))
        {
            reader.Types.Add(name, reader.Resolve(name, null));
        }

        return reader;
    }

    // A branch has the keys of its parent type; its row may place them.
    private SchemaType Resolve(string row, SchemaType? parent)
    {
        var words = _rows[row];
        var lender = words.FirstOrDefault(word => word.StartsWith("use:", StringComparison.Ordinal))?.Substring("use:".Length);
        words = lender is null
            ? words
            : _rows[lender].Concat(words.Where(word => !word.StartsWith("use:", StringComparison.Ordinal))).ToArray();
        var by = words.FirstOrDefault(word => word.StartsWith("by:", StringComparison.Ordinal))?.Substring("by:".Length);
        var own = words
            .Where(word => !word.StartsWith("by:", StringComparison.Ordinal))
            .Select(word => SchemaWord.Read(word, parent))
            .ToList();
        var inherited = parent?.Keys.Where(key => !own.Exists(placed => placed.Name == key.Name)) ?? Enumerable.Empty<SchemaKey>();
        var type = new SchemaType(row, inherited.Concat(own).ToList(), by, parent);
        if (by is not null)
        {
            var prefix = (lender ?? row) + ".";
            foreach (
                var branch in _names.Where(other =>
                    other.StartsWith(prefix, StringComparison.Ordinal) && other.IndexOf('.', prefix.Length) < 0))
            {
                type.Branches.Add(branch.Substring(prefix.Length), Resolve(branch, type));
            }
        }

        return type;
    }
}
