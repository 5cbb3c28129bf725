using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>
/// A text of a document that refers by name: a formula, a join's key, a union's match, a column that a transposition names.
/// </summary>
internal sealed class FormulaField
{
    private readonly JsonValue _holder;
    private readonly string _key;
    private readonly int _index;
    private readonly string _kind;
    private readonly string? _name;

    private FormulaField(ElementScope scope, string kind, string? name, JsonValue holder, string key, int index = -1)
    {
        Scope = scope;
        _kind = kind;
        _name = name;
        _holder = holder;
        _key = key;
        _index = index;
    }

    /// <summary>The element that contains it.</summary>
    public ElementScope Scope { get; }

    /// <summary>Its place among the texts of the element.</summary>
    public int Ordinal { get; private set; }

    /// <summary>The name of the text for people: column "Margin" of "Orders".</summary>
    public string By => $"{Called} of \"{Scope.Name ?? Scope.Id}\"";

    private string Called => _name is null ? _kind : $"{_kind} \"{_name}\"";

    /// <summary>The column or metric whose formula it is; null for a part of a source.</summary>
    public JsonObject? Item { get; private init; }

    /// <summary>The source, if the text refers to the columns of one source.</summary>
    public JsonObject? Side { get; private init; }

    /// <summary>Whether the whole text is a name, without brackets.</summary>
    public bool IsPlain { get; private init; }

    /// <summary>The text.</summary>
    public string Text => Value?.Value ?? "";

    /// <summary>The text as JSON; null if the value is not a text.</summary>
    public JsonString? Value => (_holder is JsonArray list ? list[_index] : ((JsonObject)_holder)[_key]) as JsonString;

    /// <summary>Every text of a document that refers by name, always in the same order.</summary>
    public static IEnumerable<FormulaField> All(ModelScope model) => model.Elements.SelectMany(FromElement);

    /// <summary>Every text of an element that refers by name.</summary>
    public static IEnumerable<FormulaField> FromElement(ElementScope scope)
    {
        var fields = Items(scope, "columns", "column")
            .Concat(Items(scope, "metrics", "metric"))
            .Concat(scope.Element.Object("source") is { } source ? FromSource(scope, source) : Enumerable.Empty<FormulaField>());
        var ordinal = 0;
        foreach (var field in fields)
        {
            field.Ordinal = ordinal++;
            yield return field;
        }
    }

    /// <summary>The references in the text.</summary>
    public IReadOnlyList<FormulaReference> References() => IsPlain
        ? new[] { new FormulaReference(new[] { Text }, 0, Text.Length) }
        : FormulaReferences.Parse(Text);

    /// <summary>Resolves a reference in the text.</summary>
    public Resolution Resolve(FormulaReference reference) => Side is null ? Scope.Resolve(reference) : Scope.ResolveOn(Side, reference);

    /// <summary>Replaces the last name of references in the text.</summary>
    public void ReplaceNames(IEnumerable<(FormulaReference Reference, Resolution Found)> uses, string name) =>
        Set(Replaced(uses.Select(use => (use.Reference, use.Found.NameStep, use.Reference.Steps.Count, name)).ToList()));

    /// <summary>The text with other steps in references, from one step to before another.</summary>
    public string Replaced(IReadOnlyCollection<(FormulaReference Reference, int From, int To, string Name)> changes) =>
        IsPlain ? changes.Last().Name : FormulaRewriter.Replace(Text, changes);

    /// <summary>Replaces the text.</summary>
    public void Set(string text)
    {
        var value = new JsonString(text);
        if (_holder is JsonArray list)
        {
            list[_index] = value;
        }
        else
        {
            ((JsonObject)_holder).Set(_key, value);
        }
    }

    private static IEnumerable<FormulaField> Items(ElementScope scope, string list, string kind) =>
        ElementIds
            .Objects(scope.Element, list)
            .Select(item => new FormulaField(scope, kind, scope.Model.Names.Of(item), item, "formula") { Item = item });

    private static IEnumerable<FormulaField> FromSource(ElementScope scope, JsonObject source) =>
        source.Text("kind") switch
        {
            "join" => ElementIds
                .Objects(source, "joins")
                .SelectMany(leg =>
                    ElementIds
                        .Objects(leg, "columns")
                        .SelectMany(key =>
                            new[] { "left", "right" }
                                .Where(side => leg.Object(side) is not null)
                                .Select(side => new FormulaField(scope, "a join key", null, key, side) { Side = leg.Object(side) }))),
            "union" => ElementIds.Objects(source, "matches").SelectMany(match => Matched(scope, source, match)),
            "transpose" when source.Object("source") is { } inner => new[] { "columnToTranspose", "valueColumn" }
                .Where(key => source.Text(key) is not null)
                .Select(key => Named(scope, source, key, -1, inner))
                .Concat(
                    Enumerable
                        .Range(0, source.Array("columnsToMerge")?.Count ?? 0)
                        .Select(i => Named(scope, source.Array("columnsToMerge")!, "", i, inner))),
            _ => Enumerable.Empty<FormulaField>(),
        };

    // One entry for each source; null if a source does not contribute to the output.
    private static IEnumerable<FormulaField> Matched(ElementScope scope, JsonObject union, JsonObject match)
    {
        var entries = match.Array("sourceColumns");
        var sources = union.Array("sources");
        for (var i = 0; i < Math.Min(entries?.Count ?? 0, sources?.Count ?? 0); i++)
        {
            if (entries![i] is JsonString && sources![i] is JsonObject side)
            {
                yield return new FormulaField(scope, "union match", match.Text("outputColumnName") ?? "", entries, "", i) { Side = side };
            }
        }
    }

    // No known export has a transposition. A text in brackets counts as a reference, and another text as a name.
    private static FormulaField Named(ElementScope scope, JsonValue holder, string key, int index, JsonObject inner)
    {
        var place = new FormulaField(scope, "the transposition", null, holder, key, index);
        return new FormulaField(scope, place._kind, null, holder, key, index)
        {
            Side = inner,
            IsPlain = FormulaReferences.Only(place.Text) is null,
        };
    }
}
