using System;
using System.Collections;
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
    private readonly Dictionary<object, int> _seen = new(ReferenceComparer.Instance);
    private readonly List<string> _found = [];

    public IReadOnlyList<string> Find(object root)
    {
        Walk(root, "", 0);
        return _found;
    }

    private void Walk(object? value, string path, int depth)
    {
        switch (value)
        {
            case null or Pointer or Type or Assembly or MemberInfo:
                return;
            case string text:
                Check(text, path);
                return;
            case char[] chars:
                Check(new string(chars), path);
                return;
            case byte[] bytes:
                Check(System.Text.Encoding.UTF8.GetString(bytes), path);
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
            Items(items, path, depth);
        }

        for (Type? t = type; t is not null && t != typeof(object); t = t.BaseType)
        {
            foreach (
                FieldInfo field in t.GetFields(
                        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                    .Where(f => !f.FieldType.IsPointer && !f.FieldType.IsByRefLike))
            {
                Walk(field.GetValue(value), $"{path}.{field.Name}", depth + 1);
            }
        }

        // Our own properties compute; those of others may do anything when they are read.
        foreach (
            PropertyInfo property in type.GetProperties()
                .Where(p => type.Assembly.GetName().Name == "SigmaPS" && p.GetIndexParameters().Length == 0))
        {
            Walk(property.GetValue(value), $"{path}.{property.Name}", depth + 1);
        }
    }

    private void Items(IEnumerable items, string path, int depth)
    {
        int index = 0;
        foreach (object? item in items)
        {
            // A list of what was seen is looked at whole, others as far as a person would scroll.
            if (index++ > MostItems && depth > 0)
            {
                return;
            }

            Walk(item, $"{path}[{index}]", depth + (depth == 0 ? 0 : 1));
        }
    }

    private void Check(string text, string path)
    {
        if (needles.Any(text.Contains))
        {
            _found.Add($"{path}: {text[..Math.Min(text.Length, 120)]}");
        }
    }

    private sealed class ReferenceComparer : IEqualityComparer<object>
    {
        public static readonly ReferenceComparer Instance = new();

        public new bool Equals(object? x, object? y) => ReferenceEquals(x, y);

        public int GetHashCode(object obj) => RuntimeHelpers.GetHashCode(obj);
    }
}
