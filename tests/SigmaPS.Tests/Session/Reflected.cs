using System;
using System.Buffers;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace SigmaPS.Tests.Session;

/// <summary>Walks every field, private ones too, six steps deep, and every property's value, in search of texts.</summary>
internal sealed class Reflected(string[] needles)
{
    private const int Depth = 6;
    private const int MostItems = 200;
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Fields = new();
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();
    private readonly SearchValues<string> _needles = SearchValues.Create(needles, StringComparison.Ordinal);
    private readonly Dictionary<object, int> _seen = new(ReferenceComparer.Instance);
    private readonly List<string> _found = [];

    // Where the walk is. Few places are ever shown, so their text is not made at each step.
    private readonly List<string> _path = [];

    /// <summary>Whether a text contains one of the texts.</summary>
    public bool IsIn(string text) => text.AsSpan().ContainsAny(_needles);

    public IReadOnlyList<string> Find(object root)
    {
        Walk(root, 0);
        return _found;
    }

    private static FieldInfo[] ReadFields(Type type)
    {
        List<FieldInfo> fields = [];
        for (Type? t = type; t is not null && t != typeof(object); t = t.BaseType)
        {
            fields.AddRange(t.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .Where(f => !f.FieldType.IsPointer && !f.FieldType.IsByRefLike));
        }

        return [.. fields];
    }

    // Our own properties compute; those of others may do anything when they are read.
    private static PropertyInfo[] ReadProperties(Type type) =>
        type.Assembly.GetName().Name == "SigmaPS" ? [.. type.GetProperties().Where(p => p.GetIndexParameters().Length == 0)] : [];

    private void Step(string name, object? value, int depth)
    {
        _path.Add(name);
        Walk(value, depth);
        _path.RemoveAt(_path.Count - 1);
    }

    private void Walk(object? value, int depth)
    {
        switch (value)
        {
            case null or Pointer or Type or Assembly or MemberInfo:
                return;
            case string text:
                Check(text);
                return;
            case char[] chars:
                Check(new string(chars));
                return;
            case byte[] bytes:
                Check(System.Text.Encoding.UTF8.GetString(bytes));
                return;
        }

        Type type = value.GetType();
        if (type.IsPrimitive || type.IsEnum || depth > Depth || (_seen.TryGetValue(value, out int before) && before <= depth))
        {
            return;
        }

        _seen[value] = depth;
        if (value is IEnumerable items)
        {
            Items(items, depth);
        }

        foreach (FieldInfo field in Fields.GetOrAdd(type, ReadFields))
        {
            Step(field.Name, field.GetValue(value), depth + 1);
        }

        foreach (PropertyInfo property in Properties.GetOrAdd(type, ReadProperties))
        {
            Step(property.Name, property.GetValue(value), depth + 1);
        }
    }

    private void Items(IEnumerable items, int depth)
    {
        int index = 0;
        foreach (object? item in items)
        {
            // A list of what was seen is looked at whole, others as far as a person would scroll.
            if (index++ > MostItems && depth > 0)
            {
                return;
            }

            Step("[]", item, depth + (depth == 0 ? 0 : 1));
        }
    }

    private void Check(string text)
    {
        if (IsIn(text))
        {
            _found.Add($"{string.Join('.', _path)}: {text[..Math.Min(text.Length, 120)]}");
        }
    }

    private sealed class ReferenceComparer : IEqualityComparer<object>
    {
        public static readonly ReferenceComparer Instance = new();

        public new bool Equals(object? x, object? y) => ReferenceEquals(x, y);

        public int GetHashCode(object obj) => RuntimeHelpers.GetHashCode(obj);
    }
}
