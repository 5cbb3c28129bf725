using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SigmaPS.Core.Tests.Support;

/// <summary>The function sheet beside the repository.</summary>
internal static class SharedFunctions
{
    public static JsonElement Read() =>
        JsonDocument.Parse(File.ReadAllText(SharedFactAttribute.PathOf("sigma-functions.json")!)).RootElement;

    /// <summary>The right forms that are a formula and no description: they begin with a function and end with its parenthesis.</summary>
    public static IEnumerable<string> RightForms() => Read().GetProperty("wrong").EnumerateArray()
        .SelectMany(row => Regex.Split(row.GetProperty("right").GetString()!, @" (?:or|/|in|with|plus) (?=[A-Z\[])"))
        .Select(form => form.Trim())
        .Where(form => Regex.IsMatch(form, @"^[A-Z]\w+\([^()]*(\([^()]*\)[^()]*)*\)$", RegexOptions.None, TimeSpan.FromSeconds(1))
            && !form.Contains('…'));
}
