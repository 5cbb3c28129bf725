using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>
/// The name of an item for people, and the keys that find it after its ID was reassigned: its name, its formula or its columns.
/// </summary>
internal sealed class ItemNaming
{
    private readonly List<SchemaKey> _columns;
    private readonly SchemaKey? _element;
    private readonly bool _hasName;
    private readonly bool _hasFormula;
    private readonly bool _hasKind;

    /// <summary>Derives the rules for a type of item.</summary>
    /// <param name="type">The type.</param>
    public ItemNaming(SchemaType type)
    {
        _columns = type.Keys.Where(key => key.Target == IdTarget.Column).ToList();
        _element = type.Keys.FirstOrDefault(key => key.Target == IdTarget.Element);
        _hasName = type.Find("name") is not null;
        _hasFormula = type.Find("formula") is not null;
        _hasKind = type.Find("kind") is not null;
    }

    private bool IsAboutOneColumn => _columns.Count > 0 && !_columns[0].IsList;

    /// <summary>The name of one item for people.</summary>
    /// <param name="item">The item.</param>
    /// <param name="columns">The columns of its element.</param>
    /// <param name="names">The display names of both documents.</param>
    public string NameOf(JsonObject item, ColumnNames columns, ComparedNames names) => _hasName ? names.Of(item)
        : IsAboutOneColumn ? columns.GetName(item.Text(_columns[0].Name)) + Kind(item)
        : NamesOfColumns(item, columns);

    /// <summary>The keys that find an item, the most certain first. An empty key does not match.</summary>
    /// <param name="id">The key that identifies an item.</param>
    /// <param name="names">The display names of both documents.</param>
    public Func<JsonObject, string>[] Keys(string id, ComparedNames names)
    {
        var keys = new List<Func<JsonObject, string>> { item => item.Text(id) ?? "" };
        if (_hasName)
        {
            keys.Add(item => NameKey(item, names));
        }
        else if (!IsAboutOneColumn)
        {
            keys.Add(MatchKeys.Written);
        }
        else if (_columns[0].Name != id)
        {
            keys.Add(item => item.Text(_columns[0].Name) + Kind(item));
        }

        if (_hasFormula)
        {
            keys.Add(item => MatchKeys.ForNamelessColumn(item, names));
        }

        return keys.ToArray();
    }

    // The target finds a relationship without a name even if the target was renamed.
    private string NameKey(JsonObject item, ComparedNames names) =>
        _element is null ? names.Of(item) : item.Text("name") ?? item.Text(_element.Name) ?? "";

    private string Kind(JsonObject item) => _hasKind ? " " + item.Text("kind") : "";

    // Match by the columns that the item refers to. Items with the same columns are matched in their order.
    private string NamesOfColumns(JsonObject item, ColumnNames columns) =>
        _columns.Select(key => columns.GetNames(item.Array(key.Name))).FirstOrDefault(names => names.Length > 0) ?? ElementIds.Id(item);
}
