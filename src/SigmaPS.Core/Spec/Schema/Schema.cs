using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Spec;

/// <summary>One key of a kind of object.</summary>
internal sealed class SchemaKey
{
    public SchemaKey(string name, string form, bool isRequired, bool isList)
    {
        Name = name;
        Form = form;
        IsRequired = isRequired;
        IsList = isList;
    }

    public string Name { get; }

    /// <summary>A plain form (text, number, boolean, any …), a list of values, or a kind of object.</summary>
    public string Form { get; }

    public bool IsRequired { get; }

    public bool IsList { get; }
}

/// <summary>One kind of object: its keys, and the key that chooses a branch with more of them.</summary>
internal sealed class SchemaType
{
    public SchemaType(string name) => (Name, BranchesOf) = (name, name);

    public string Name { get; }

    public Dictionary<string, SchemaKey> Keys { get; } = new(StringComparer.Ordinal);

    /// <summary>The key that chooses the branch; null where there are none.</summary>
    public string? By { get; set; }

    /// <summary>The type whose branches these are.</summary>
    public string BranchesOf { get; set; }

    /// <summary>The branches by value.</summary>
    public Dictionary<string, SchemaType> Branches { get; set; } = new(StringComparer.Ordinal);
}

/// <summary>The table as objects.</summary>
internal static class Schema
{
    private static readonly Dictionary<string, SchemaType> Types = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, string[]> Values = new(StringComparer.Ordinal);

    static Schema()
    {
        foreach (var line in SchemaTable.Rows.Split(new[] { '\n', '\r' }, StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ');
            if (line[0] == '=')
            {
                Values.Add(words[0].Substring(1), words[1].Split('|'));
            }
            else
            {
                GetOrAdd(words[0]);
                Read(GetOrAdd(words[0]), words);
            }
        }

        foreach (var type in Types.Values)
        {
            var dot = type.Name.LastIndexOf('.');
            if (dot > 0)
            {
                Types[type.Name.Substring(0, dot)].Branches.Add(type.Name.Substring(dot + 1), type);
            }
        }

        foreach (var type in Types.Values)
        {
            Borrow(type);
        }

        KeyNames = new HashSet<string>(
            Types.Values.SelectMany(type => type.Keys.Keys.Concat(type.By is { } by ? new[] { by } : Array.Empty<string>())),
            StringComparer.Ordinal);
    }

    /// <summary>The whole document.</summary>
    public static SchemaType Root => Types["root"];

    /// <summary>The names of all keys of all kinds of objects.</summary>
    public static IReadOnlyCollection<string> KeyNames { get; }

    /// <summary>A kind of object by its name; null for a plain form.</summary>
    public static SchemaType? Type(string form) => Types.TryGetValue(form, out var type) ? type : null;

    /// <summary>The values a form allows; null where it is no list of values.</summary>
    public static string[]? Allowed(string form) => Values.TryGetValue(form, out var values) ? values : null;

    private static void Read(SchemaType type, string[] words)
    {
        for (var i = 1; i < words.Length; i++)
        {
            var at = words[i].IndexOf(':');
            var (key, form) = (words[i].Substring(0, at), words[i].Substring(at + 1));
            switch (key)
            {
                case "by":
                    type.By = form;
                    break;
                case "use":
                    type.BranchesOf = form;
                    break;
                default:
                    var name = key.TrimEnd('!');
                    type.Keys.Add(name, new SchemaKey(name, form.Replace("[]", ""), key.Length > name.Length, form.EndsWith("[]", StringComparison.Ordinal)));
                    break;
            }
        }
    }

    private static void Borrow(SchemaType type)
    {
        if (type.BranchesOf != type.Name)
        {
            var lender = Types[type.BranchesOf];
            type.By = lender.By;
            type.Branches = lender.Branches;
            foreach (var key in lender.Keys)
            {
                type.Keys.Add(key.Key, key.Value);
            }
        }
    }

    private static SchemaType GetOrAdd(string name)
    {
        if (!Types.TryGetValue(name, out var type))
        {
            Types.Add(name, type = new SchemaType(name));
        }

        return type;
    }
}
