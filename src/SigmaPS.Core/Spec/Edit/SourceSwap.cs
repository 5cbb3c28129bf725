using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>Replaces connections, databases, schemas and tables in a model, and updates formulas if the name of a table changes.</summary>
public sealed class SourceSwap
{
    private readonly SpecDocument _document;
    private readonly SourceMap _map;
    private readonly Func<string, bool>? _selects;
    private readonly EditReport _report = new("Changed sources");
    private readonly List<string> _statements = new();
    private readonly List<string> _unmapped = new();

    private SourceSwap(SpecDocument document, SourceMap map, Func<string, bool>? selects)
    {
        _document = document;
        _map = map;
        _selects = selects;
    }

    /// <summary>The items that the edit touched.</summary>
    public EditReport Report => _report.Count > 0 ? _report : new EditReport("No source was changed");

    /// <summary>The warnings for a person to review.</summary>
    public IReadOnlyList<string> Warnings =>
        _statements
            .Concat(_unmapped.Distinct())
            .Concat(_map.Unused.Select(key => $"The entry '{key}' of the map does not match anything in this model."))
            .ToList();

    /// <summary>
    /// The warnings about sources that the map cannot change: the text of SQL statements, and kinds without a path.
    /// </summary>
    public IReadOnlyList<string> SourceWarnings => _statements.Concat(_unmapped.Distinct()).ToList();

    /// <summary>Replaces the sources in place.</summary>
    /// <param name="document">A document of the caller. After an error, it is changed in part.</param>
    /// <param name="map">The replacements.</param>
    /// <param name="selects">Selects elements and controls by display name or ID; null for all.</param>
    /// <returns>The result.</returns>
    /// <exception cref="SigmaEngineException">Two sources of an element would get one name, or no element is selected.</exception>
    public static SourceSwap Apply(SpecDocument document, SourceMap map, Func<string, bool>? selects = null)
    {
        var swap = new SourceSwap(document, map, selects);
        swap.Run();
        return swap;
    }

    private void Run()
    {
        var before = new ReferenceSnapshot(_document);
        var prefixes = before.Model.Elements.SelectMany(scope => scope.Sources.Select(source => (scope, source, source.Prefix))).ToList();
        var names = before.Model.Elements.Select(scope => (scope.Element, scope.Name)).ToList();
        var shown = before.Model.Names;
        var selected = _document
            .Elements.Where(element => _selects is null || _selects(shown.OfElement(element)) || _selects(ElementIds.Id(element)))
            .ToList();
        if (_selects is not null && selected.Count == 0)
        {
            throw EditTargetResolver.NoElement(_document.Elements.Select(shown.OfElement));
        }

        foreach (var element in selected)
        {
            var called = shown.OfElement(element);
            Sources(element["source"], called);
            Sources(element["filters"], called);
        }

        KeepNames(names, inherited: false);
        KeepNames(names, inherited: true);
        UpdateReferences(before, prefixes);
        var kept = before.Names.KeepColumns();
        _report.AddRange(kept.Touched);
        var broken = before.Broken(kept.Reading);
        if (broken.Count > 0)
        {
            throw EditErrors.SourcesNotReplaced(broken);
        }
    }

    // A source can be alone, in the legs of a join, in a union, in a transposition or in a control.
    private void Sources(JsonValue? value, string called)
    {
        if (value is JsonObject source)
        {
            ReplaceSource(source, called);
        }

        var parts = value is JsonArray list
            ? list
            : (value as JsonObject)?.Where(member => member.Value is JsonObject or JsonArray).Select(member => member.Value)
                ?? Enumerable.Empty<JsonValue>();
        foreach (var part in parts)
        {
            Sources(part, called);
        }
    }

    private void ReplaceSource(JsonObject source, string called)
    {
        if (_map.Connection(source.Text("connectionId")) is { } connection)
        {
            _report.Add($"\"{called}\"", $"\"{called}\": connection {source.Text("connectionId")} is now {connection}");
            source.Set("connectionId", new JsonString(connection));
        }

        // Map every source with a path, also of an unknown kind, because production must not read development's data.
        if (source.Array("path") is { Count: > 0 } path && path.All(step => step is JsonString)
            && _map.Path(path.Select(step => ((JsonString)step).Value).ToList()) is { } now)
        {
            var steps = new JsonArray();
            foreach (var step in now)
            {
                steps.Add(new JsonString(step));
            }

            _report.Add(
                $"\"{called}\"",
                $"\"{called}\": {string.Join(".", path.Select(step => ((JsonString)step).Value))} is now {string.Join(".", now)}");
            source.Set("path", steps);
        }

        else if (_map.HasPaths && source.Has("connectionId") && source.Text("kind") is not "sql" && !source.Has("path"))
        {
            _unmapped.Add(
                $"The source of \"{called}\" is of the kind '{source.Text("kind")}', which has no path to map; it was not changed.");
        }

        if (source.Text("kind") == "sql" && source.Text("statement") is { } statement)
        {
            _statements.AddRange(
                _map.NamesIn(statement)
                    .Select(old =>
                        $"The SQL statement of \"{called}\" may contain {old}. The command does not change statements, so check it."));
        }
    }

    // An element without a name shows the name of its table, which its consumers use. So the name is written out.
    private void KeepNames(List<(JsonObject Element, string? Name)> names, bool inherited)
    {
        var now = new ModelScope(_document).Elements;
        for (var i = 0; i < names.Count; i++)
        {
            var (element, name) = names[i];
            if (name is not null && now[i].Name != name && inherited == (element.Object("source")?.Text("kind") is "table" or "data-model"))
            {
                NameKeeper.WriteOut(_document, element, element, name);
                _report.Add($"\"{name}\"", $"\"{name}\" keeps its name, which is now written out");
            }
        }
    }

    private void UpdateReferences(ReferenceSnapshot before, List<(ElementScope Scope, SourceScope Source, string? Prefix)> prefixes)
    {
        var old = prefixes.ToLookup(prefix => prefix.Scope.Element);
        var now = new ModelScope(_document).Elements.ToDictionary(scope => scope.Element);
        foreach (
            var place in before
                .Uses.Where(use => use.Found.Source is not null && use.Reference.Steps.Count > 1 && use.Place.Side is null)
                .GroupBy(use => use.Place))
        {
            var element = place.Key.Scope.Element;
            var pairs = old[element]
                .Zip(now[element].Sources, (was, current) => (was, current))
                .Where(pair => pair.was.Prefix is not null && pair.current.Prefix is not null && pair.was.Prefix != pair.current.Prefix)
                .ToList();
            var changes = place
                .SelectMany(use =>
                    pairs
                        .Where(pair =>
                            pair.was.Source.Source == use.Found.Source
                            && pair.was.Prefix == string.Join("/", use.Reference.Steps.Take(use.Found.PrefixSteps)))
                        .Take(1)
                        .Select(pair => (use.Reference, 0, use.Found.PrefixSteps, pair.current.Prefix!)))
                .ToList();
            if (changes.Count > 0)
            {
                var text = place.Key.Text;
                place.Key.Set(place.Key.Replaced(changes));
                _report.Add(place.Key.By, $"{place.Key.By}: {text} is now {place.Key.Text}");
            }
        }
    }
}
