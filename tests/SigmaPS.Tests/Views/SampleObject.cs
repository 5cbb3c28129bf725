using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Runtime.CompilerServices;
using SigmaPS.Tests.Support;

namespace SigmaPS.Tests.Views;

/// <summary>Objects of the module's types for views: one with a value in every field, one with none.</summary>
internal static class SampleObject
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    // Each row of a theory needs a few of them, and each is a script of its own.
    private static readonly ConcurrentDictionary<string, Type> Types = new();

    public static Type TypeOf(Shell shell, string name) =>
        Types.GetOrAdd(name, _ => (Type)((PSObject)shell.Run($"[{name}]").MustSucceed().Output.Single()!).BaseObject);

    /// <summary>An object with a value in every field.</summary>
    /// <param name="shell">A shell with the module.</param>
    /// <param name="name">The type.</param>
    /// <param name="text">The value of each text; null for a different one in each item of a list.</param>
    /// <param name="hasNull">Whether each list has an item without a value before the others.</param>
    public static object Full(Shell shell, string name, string? text = null, bool hasNull = false) =>
        new Filling(text, hasNull).Fill(TypeOf(shell, name));

    public static object Empty(Shell shell, string name) => RuntimeHelpers.GetUninitializedObject(TypeOf(shell, name));

    private sealed record Filling(string? Text, bool HasNull)
    {
        public object Fill(Type type)
        {
            object item = RuntimeHelpers.GetUninitializedObject(type);
            foreach (FieldInfo field in type.GetFields(Fields))
            {
                if (Value(Nullable.GetUnderlyingType(field.FieldType) ?? field.FieldType, type.Assembly) is { } value)
                {
                    field.SetValue(item, value);
                }
            }

            return item;
        }

        private object? Value(Type type, Assembly own) => type switch
        {
            _ when type == typeof(string) => Text ?? "text",
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 3, 1, 12, 30, 0, TimeSpan.FromHours(2)),
            _ when type == typeof(Uri) => new Uri("https://api.example.com/"),
            _ when type == typeof(int) => 12,
            _ when type == typeof(long) => 12L,
            _ when type == typeof(bool) => true,
            _ when type.IsEnum => Enum.GetValues(type).GetValue(0),
            _ when type.IsGenericType && type.Assembly == own => ItemList(type, own),
            _ => null,
        };

        private object ItemList(Type type, Assembly own)
        {
            Type item = type.GetGenericArguments()[0];
            object?[] values = item.Assembly == own ? [Fill(item)] : [Text ?? "one", Text ?? "two"];
            object?[] all = HasNull ? [null, .. values] : values;
            Array items = Array.CreateInstance(item, all.Length);
            all.CopyTo(items, 0);
            return Activator.CreateInstance(type, Fields, null, [items], null)!;
        }
    }
}
