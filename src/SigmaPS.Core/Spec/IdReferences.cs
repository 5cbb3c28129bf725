using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec;

/// <summary>Finds the references by ID that an element makes, wherever the schema has one. Formulas refer by name.</summary>
internal sealed class IdReferences
{
    private readonly List<IdReference> _found = new();
    private readonly List<string> _unknownTexts = new();
    private readonly List<Level> _levels = new();
    private readonly JsonObject _element;
    private readonly string _id;

    private IdReferences(JsonObject element, string id)
    {
        _element = element;
        _id = id;
    }

    /// <summary>Finds them.</summary>
    /// <param name="element">The element.</param>
    public static IReadOnlyList<IdReference> Find(JsonObject element) => Find(element, ElementIds.Id(element));

    /// <summary>Finds them in an element that others name by another ID than its own.</summary>
    /// <param name="element">The element.</param>
    /// <param name="id">The ID by which others name it.</param>
    public static IReadOnlyList<IdReference> Find(JsonObject element, string id) => Read(element, id)._found;

    /// <summary>Finds them, and the texts in keys that the schema does not know, which can be references too.</summary>
    /// <param name="element">The element.</param>
    public static (IReadOnlyList<IdReference> References, IReadOnlyList<string> UnknownTexts) FindWithUnknown(JsonObject element)
    {
        var references = Read(element, ElementIds.Id(element));
        return (references._found, references._unknownTexts);
    }

    private static IdReferences Read(JsonObject element, string id)
    {
        var references = new IdReferences(element, id);
        references.Visit(element, Schema.Element, null);
        return references;
    }

    private void Visit(JsonObject o, SchemaType type, SchemaKey? via)
    {
        var resolved = type.Resolve(o);
        if (!resolved.HasReferences)
        {
            return;
        }

        _levels.Add(new Level(o, resolved, via));
        foreach (var member in o)
        {
            if (resolved.Find(member.Name) is { Target: not null } reference)
            {
                Add(o, reference, member.Value);
            }
            else
            {
                VisitParts(member, resolved, type);
            }
        }

        _levels.RemoveAt(_levels.Count - 1);
    }

    // A key that the schema does not know in a source can contain a source: the service knows newer kinds.
    private void VisitParts(JsonMember member, SchemaType resolved, SchemaType type)
    {
        var key = resolved.FindLike(member.Name);
        var part = key is not null ? Schema.Type(key.Form) : resolved.Find("kind") is not null && type != Schema.Element ? type : null;
        if (key is null && part is null)
        {
            _unknownTexts.AddRange(Texts(member.Value));
        }

        if (part is not { HasReferences: true })
        {
            return;
        }

        if (member.Value is JsonObject only)
        {
            Visit(only, part, key);
        }

        foreach (var item in (member.Value as JsonArray)?.OfType<JsonObject>() ?? Enumerable.Empty<JsonObject>())
        {
            Visit(item, part, key);
        }
    }

    private void Add(JsonObject holder, SchemaKey key, JsonValue value)
    {
        if (GetScope(key) is not { } scope)
        {
            return;
        }

        var inItem = _levels.Count > 1 && _levels[1].Via is { IsListOfObjects: true } && _element.Text("kind") == "table";
        foreach (var id in (value as JsonArray ?? new JsonArray { value }).OfType<JsonString>())
        {
            _found.Add(new IdReference(holder, key, id, key.Target is IdTarget.Element or IdTarget.Source ? id.Value : scope)
            {
                List = inItem ? _levels[1].Via : null,
                Item = inItem ? _levels[1].Object : null,
                Part = inItem && _levels.Count > 2 && _levels[2].Via is { IsList: false } part ? part.Name : null,
            });
        }
    }

    // The element whose item is meant. An element of another model, or a table of the warehouse, is not one of this document.
    private string? GetScope(SchemaKey key)
    {
        if (key.Scope.Length == 0)
        {
            return _id;
        }

        var path = key.Scope.Split('.');
        for (var i = _levels.Count - 1; i >= 0; i--)
        {
            if (_levels[i].Object.Has(path[0]))
            {
                return Follow(_levels[i], path);
            }
        }

        return null;
    }

    private static string? Follow(Level level, string[] path)
    {
        var (o, type) = (level.Object, level.Type);
        foreach (var name in path.Take(path.Length - 1))
        {
            if (o.Object(name) is not { } next || type.Find(name) is not { } key || Schema.Type(key.Form) is not { } part)
            {
                return null;
            }

            (o, type) = (next, part.Resolve(next));
        }

        var last = path[path.Length - 1];
        return type.Find(last) is { Target: IdTarget.Element or IdTarget.Source } ? o.Text(last) : null;
    }

    private static IEnumerable<string> Texts(JsonValue value) => value switch
    {
        JsonString text => new[] { text.Value },
        JsonArray items => items.SelectMany(Texts),
        JsonObject members => members.SelectMany(member => Texts(member.Value)),
        _ => Enumerable.Empty<string>(),
    };

    private sealed record Level(JsonObject Object, SchemaType Type, SchemaKey? Via);
}
