using System.Collections.Generic;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Who an issue is about, in a person's words: filter 'f1' on "Order Date" of table "Orders" (id orders).</summary>
internal sealed class IssueSubject
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["columns"] = "column",
        ["metrics"] = "metric",
        ["relationships"] = "relationship",
        ["filters"] = "filter",
        ["folders"] = "folder",
        ["groupings"] = "grouping",
        ["columnSecurities"] = "column security",
        ["sort"] = "sort",
    };

    private readonly ValidationContext _scene;
    private ElementContext? _element;
    private string _page = "";
    private string _item = "";

    public IssueSubject(ValidationContext scene) => _scene = scene;

    /// <summary>The names on the way down.</summary>
    public List<string> Names { get; } = new();

    /// <summary>The subject.</summary>
    public string Text => _element is { } element
        ? (_item.Length > 0 ? _item + " of " : "") + $"{element.Json.Text("kind") ?? "element"} \"{_scene.Names.OfElement(element.Json)}\"{With(element.Json)}"
        : _page.Length > 0 ? _page : "the spec";

    /// <summary>Takes one step down.</summary>
    /// <param name="list">The list the value is an item of; empty for a member.</param>
    /// <param name="value">The value.</param>
    public void Down(string list, JsonValue value)
    {
        if (value is not JsonObject o || list.Length == 0)
        {
            return;
        }

        if (_element is null && _scene.FindElement(o) is { } element)
        {
            _element = element;
            Names.Add(_scene.Names.OfElement(o));
        }
        else if (_element is null && list == "pages")
        {
            Names.Add(o.Text("name") ?? o.Text("id") ?? "");
            _page = $"page \"{Names[0]}\"{With(o)}";
        }
        else if (_element is not null && _item.Length == 0 && Words.TryGetValue(list, out var word))
        {
            _item = Item(word, o);
        }
    }

    private string Item(string word, JsonObject o)
    {
        if (word is "filter" or "sort" && o.Text("columnId") is { } columnId)
        {
            var column = _element!.Find("columns", columnId) is { } known ? _scene.Names.Of(known) : columnId;
            Names.Add(o.Text("id") ?? column);
            return $"{word}{(o.Text("id") is { } id ? $" '{id}'" : "")} on \"{column}\"";
        }

        Names.Add(_scene.Names.Of(o));
        return Names[Names.Count - 1].Length == 0 ? "a " + word : $"{word} \"{Names[Names.Count - 1]}\"{With(o)}";
    }

    private static string With(JsonObject o) => o.Text("id") is { } id ? $" (id {id})" : "";
}
