using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Describes the subject of an issue: filter 'f1' on "Order Date" of table "Orders" (ID orders).</summary>
internal sealed class IssueSubject
{
    /// <summary>The subject of the outermost value.</summary>
    public static readonly IssueSubject OfSpec = new("the spec", Array.Empty<string>(), SubjectKind.Spec, null);

    // The noun of a list is the name of its rows in the schema, except for one that means little by itself.
    private static readonly Dictionary<string, string> Words = Schema.ItemLists.ToDictionary(
        list => list.Name, list => list.Form == "security" ? "column security" : list.Form);

    private readonly SubjectKind _kind;
    private readonly ElementContext? _element;

    private IssueSubject(string text, IReadOnlyList<string> names, SubjectKind kind, ElementContext? element)
    {
        Text = text;
        Names = names;
        _kind = kind;
        _element = element;
    }

    private enum SubjectKind
    {
        Spec,
        Page,
        Element,
        Item,
    }

    /// <summary>The names on the way down.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The subject.</summary>
    public string Text { get; }

    /// <summary>The subject one step further down; the same subject if the step does not lead to another one.</summary>
    /// <param name="scene">The names of all items.</param>
    /// <param name="list">The list that contains the value; empty for a member.</param>
    /// <param name="value">The value.</param>
    public IssueSubject Down(ValidationContext scene, string list, JsonValue value)
    {
        if (value is not JsonObject o || list.Length == 0)
        {
            return this;
        }

        if (_element is null && scene.FindElement(o) is { } element)
        {
            var name = scene.Names.OfElement(o);
            return new IssueSubject($"{o.Text("kind") ?? "element"} \"{name}\"{With(o)}", Append(name), SubjectKind.Element, element);
        }

        if (_kind is SubjectKind.Spec or SubjectKind.Page && list == "pages")
        {
            var name = o.Text("name") ?? o.Text("id") ?? "";
            return new IssueSubject($"page \"{name}\"{With(o)}", Append(name), SubjectKind.Page, null);
        }

        return _kind == SubjectKind.Element && Words.TryGetValue(list, out var word) ? Item(scene, word, o) : this;
    }

    private IssueSubject Item(ValidationContext scene, string word, JsonObject o)
    {
        if (word is "filter" or "sort" && o.Text("columnId") is { } columnId)
        {
            var column = _element!.Find("columns", columnId) is { } known ? scene.Names.Of(known) : columnId;
            var quoted = o.Text("id") is { } own ? $" '{own}'" : "";
            return Item($"{word}{quoted} on \"{column}\"", o.Text("id") ?? column);
        }

        var name = scene.Names.Of(o);
        return Item(name.Length == 0 ? "a " + word : $"{word} \"{name}\"{With(o)}", name);
    }

    private IssueSubject Item(string text, string name) => new($"{text} of {Text}", Append(name), SubjectKind.Item, _element);

    private string[] Append(string name) => Names.Append(name).ToArray();

    private static string With(JsonObject o) => o.Text("id") is { } own ? $" (ID {own})" : "";
}
