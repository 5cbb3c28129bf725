using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>The display names of the columns and metrics of one element. They are computed only when a change is shown.</summary>
internal sealed class ColumnNames(JsonObject element, ComparedNames names)
{
    private const int MostNamed = 3;
    private readonly JsonObject _element = element;
    private readonly ComparedNames _shown = names;
    private Dictionary<string, string>? _names;

    /// <summary>The display name of a column; its ID if the element does not contain the column.</summary>
    public string GetName(string? id)
    {
        _names ??= Read();
        return id is null ? "" : _names.TryGetValue(id, out var name) ? name : id;
    }

    /// <summary>The display names of the first few columns of a list; empty if there is no list.</summary>
    public string GetNames(JsonArray? ids)
    {
        var names = ids?.OfType<JsonString>().Select(id => GetName(id.Value)).ToList() ?? new List<string>();
        return string.Join(", ", names.Take(MostNamed)) + (names.Count > MostNamed ? ", …" : "");
    }

    private Dictionary<string, string> Read()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in ElementIds.Objects(_element, "columns").Concat(ElementIds.Objects(_element, "metrics")))
        {
            var id = ElementIds.Id(item);
            if (!names.ContainsKey(id))
            {
                names.Add(id, _shown.Of(item));
            }
        }

        return names;
    }
}
