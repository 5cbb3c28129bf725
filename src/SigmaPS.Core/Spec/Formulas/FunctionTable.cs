using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>The functions that Sigma is known to have, from the dated file functions.tsv.</summary>
public sealed class FunctionTable
{
    private const string ResourceName = "SigmaPS.Core.functions.tsv";
    private static readonly Lazy<FunctionTable> Embedded = new(Read);
    private readonly Dictionary<string, FormulaFunction> _functions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _anyCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<int, List<string>> _byLength = new();
    private readonly Dictionary<string, ForeignFunction> _foreign = new(StringComparer.OrdinalIgnoreCase);

    private FunctionTable()
    {
    }

    /// <summary>The table that comes with the module.</summary>
    public static FunctionTable Current => Embedded.Value;

    /// <summary>The date of Sigma's list that the names were compared with.</summary>
    public string ListDate { get; private set; } = "";

    /// <summary>The date of the file.</summary>
    public string Updated { get; private set; } = "";

    /// <summary>Every function by its name; an alias has an entry of its own.</summary>
    public IReadOnlyDictionary<string, FormulaFunction> Functions => _functions;

    /// <summary>Every function of another tool.</summary>
    public IReadOnlyCollection<ForeignFunction> Foreign => _foreign.Values;

    /// <summary>Finds a function by its exact name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The function; null where the table has none.</returns>
    public FormulaFunction? Find(string name) => _functions.TryGetValue(name, out var found) ? found : null;

    /// <summary>Finds a function by its name in any case.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The function; null where the table has none.</returns>
    public FormulaFunction? FindInAnyCase(string name) => Find(name) ?? (FindSpelling(name) is { } spelling ? Find(spelling) : null);

    /// <summary>Finds the exact spelling of a name.</summary>
    /// <param name="name">The name in any case.</param>
    /// <returns>The spelling that Sigma has; null where the table has none.</returns>
    public string? FindSpelling(string name) => _anyCase.TryGetValue(name, out var found) ? found : null;

    /// <summary>Finds a function of another tool.</summary>
    /// <param name="name">The name in any case.</param>
    /// <returns>The function; null where the table has none.</returns>
    public ForeignFunction? FindForeign(string name) => _foreign.TryGetValue(name, out var found) ? found : null;

    /// <summary>Finds the functions that one letter separates from a name.</summary>
    /// <param name="name">A name that is not in the table.</param>
    /// <returns>The names, the shortest first.</returns>
    public IReadOnlyList<string> FindNeighbors(string name)
    {
        var found = new List<string>();
        for (var length = name.Length - 1; length <= name.Length + 1; length++)
        {
            if (_byLength.TryGetValue(length, out var names))
            {
                found.AddRange(names.Where(known => EditDistance.IsOne(known, name)));
            }
        }

        return found;
    }

    private static FunctionTable Read()
    {
        using var stream = typeof(FunctionTable).Assembly.GetManifestResourceStream(ResourceName)!;
        using var reader = new StreamReader(stream);
        var table = new FunctionTable();
        for (var line = reader.ReadLine(); line is not null; line = reader.ReadLine())
        {
            if (line.Length > 0 && line[0] != '#')
            {
                table.Add(line.Split('\t'));
            }
        }

        return table;
    }

    private void Add(string[] fields)
    {
        switch (fields[0])
        {
            case "list":
                ListDate = fields[1];
                break;
            case "updated":
                Updated = fields[1];
                break;
            case "function":
                AddName(fields[1], ReadFunction(fields));
                break;
            case "alias":
                AddName(fields[1], _functions[fields[2]]);
                break;
            case "foreign":
                var tool = fields[3] == "-" ? null : fields[3];
                _foreign[fields[1]] = new ForeignFunction(fields[1], fields[2], tool, fields[4] == "same", fields.Length > 5);
                break;
        }
    }

    private void AddName(string name, FormulaFunction function)
    {
        _functions.Add(name, function);
        if (!_byLength.TryGetValue(name.Length, out var names))
        {
            _byLength.Add(name.Length, names = new List<string>());
        }

        names.Add(name);
        if (!_anyCase.ContainsKey(name))
        {
            _anyCase.Add(name, name);
        }
    }

    private static FormulaFunction ReadFunction(string[] fields)
    {
        int? most = fields[4] == "*" ? null : int.Parse(fields[4], CultureInfo.InvariantCulture);
        var fewest = int.Parse(fields[3], CultureInfo.InvariantCulture);
        return new FormulaFunction(fields[1], fields[2], fewest, most, ReadType(fields[5]), fields[6] == "sure")
        {
            Values = fields.Skip(7).Select(field => field.Split('=')).ToDictionary(
                field => int.Parse(field[0], CultureInfo.InvariantCulture),
                field => (IReadOnlyList<string>)field[1].Split(',')),
        };
    }

    private static FormulaType ReadType(string word) => Enum.TryParse<FormulaType>(word, true, out var type) ? type : FormulaType.Unknown;
}
