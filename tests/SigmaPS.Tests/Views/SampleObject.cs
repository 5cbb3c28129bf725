using System;
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

    public static Type TypeOf(Shell shell, string name) =>
        (Type)((PSObject)shell.Run($"[{name}]").MustSucceed().Output.Single()!).BaseObject;

    public static object Full(Shell shell, string name) => Fill(TypeOf(shell, name));

    public static object Empty(Shell shell, string name) => RuntimeHelpers.GetUninitializedObject(TypeOf(shell, name));

    private static object Fill(Type type)
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

    private static object? Value(Type type, Assembly own) => type switch
    {
        _ when type == typeof(string) => "text",
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 3, 1, 12, 30, 0, TimeSpan.FromHours(2)),
        _ when type == typeof(Uri) => new Uri("https://api.example.com/"),
        _ when type == typeof(int) => 12,
        _ when type == typeof(long) => 12L,
        _ when type == typeof(bool) => true,
        _ when type.IsEnum => Enum.GetValues(type).GetValue(0),
        _ when type.IsGenericType && type.Assembly == own => ItemList(type, own),
        _ => null,
    };

    private static object ItemList(Type type, Assembly own)
    {
        Type item = type.GetGenericArguments()[0];
        Array items = item.Assembly == own ? List(item) : new[] { "one", "two" };
        return Activator.CreateInstance(type, Fields, null, [items], null)!;
    }

    private static Array List(Type element)
    {
        Array all = Array.CreateInstance(element, 1);
        all.SetValue(Fill(element), 0);
        return all;
    }
}
