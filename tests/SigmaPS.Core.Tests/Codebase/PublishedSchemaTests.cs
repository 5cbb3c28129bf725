using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Codebase;

/// <summary>The one schema table is the published schema (spec.schema.json), apart from the rows listed here.</summary>
public sealed class PublishedSchemaTests
{
    // Later copies and real exports have these, and names of controls; the published schema does not (spec sheet, sections 3 to 6 and 13).
    private static readonly string[] Additions =
    [
        "comparison comparisonPeriod = week-starting-monday",
        "comparison comparisonPeriod = week-starting-sunday",
        "filter.hierarchy",
        "timeline truncation = week-starting-monday",
        "timeline truncation = week-starting-sunday",
    ];

    private static readonly Regex NameOfControl = new(@"^(element\.control|daterange|topn)\S* name$");

    // An inner source of a transpose: one document allows any kind of source, and another one three kinds.
    private static readonly string[] Omissions = ["joinable.join", "joinable.transpose", "joinable.union"];

    private readonly HashSet<string> _ours = [];
    private readonly HashSet<string> _theirs = [];
    private readonly HashSet<(JsonObject, string)> _compared = [];
    private readonly PublishedSchema _published =
        new((JsonObject)JsonTree.Parse(File.ReadAllText(Path.Combine(Corpus.Repository()!, "..", "shared", "spec.schema.json"))));

    [CorpusFact]
    public void Table_has_the_keys_requirements_and_values_of_the_published_schema()
    {
        Compare(_published.Definition("DataModelSpecCore"), Schema.Root);
        Assert.Equal(Omissions, _theirs.Except(_ours).Order(StringComparer.Ordinal));
        Assert.Equal(
            Additions,
            _ours.Except(_theirs).Where(row => !NameOfControl.IsMatch(row) && !IsServerManaged(row)).Order(StringComparer.Ordinal));
    }

    private static bool IsServerManaged(string row) => row.Split(' ') is ["root", var key] && ServerManagedFields.Holds(key);

    private void Compare(JsonObject definition, SchemaType type)
    {
        if (!_compared.Add((definition, type.Name)))
        {
            return;
        }

        _ours.UnionWith(type.WithBranches.Where(branch => branch.By is null).Select(branch => branch.Name));
        var forms = _published.FormsOf(definition).SelectMany(form => Leaves(type, form).Select(leaf => (Leaf: leaf, Form: form)))
            .ToLookup(pair => pair.Leaf, pair => pair.Form);
        var selectors = type.WithBranches.Select(branch => branch.By).OfType<string>().ToHashSet();
        foreach (var group in forms)
        {
            Compare([.. group], group.Key, selectors);
        }
    }

    // The branches that a form can be, by the values of its selectors.
    private IEnumerable<SchemaType> Leaves(SchemaType type, PublishedSchema.Form form)
    {
        if (type.By is not { } by)
        {
            _theirs.Add(type.Name);
            return [type];
        }

        var values = _published.ValuesOf(form.Keys[by]);
        _theirs.UnionWith(values.Where(value => !type.Branches.ContainsKey(value)).Select(value => $"{type.Name}.{value}"));
        return values.Where(type.Branches.ContainsKey).SelectMany(value => Leaves(type.Branches[value], form));
    }

    private void Compare(IReadOnlyList<PublishedSchema.Form> forms, SchemaType leaf, HashSet<string> selectors)
    {
        var names = forms.SelectMany(form => form.Keys.Keys).Distinct().ToList();
        _theirs.UnionWith(names.Select(name => $"{leaf.Name} {name}{Mark(forms.All(form => form.Required.Contains(name)))}"));
        foreach (var key in leaf.Keys)
        {
            _ours.Add($"{leaf.Name} {key.Name}{Mark(key.IsRequired)}");

            // The values of a selector are the branches, which are compared one by one.
            foreach (var form in forms.Where(form => form.Keys.ContainsKey(key.Name) && !selectors.Contains(key.Name)))
            {
                Compare($"{leaf.Name} {key.Name}", key, form.Keys[key.Name]);
            }
        }
    }

    private void Compare(string path, SchemaKey key, JsonObject definition)
    {
        var (item, isList) = _published.ItemOf(definition);
        _ours.Add($"{path} is a list: {key.IsList}");
        _theirs.Add($"{path} is a list: {isList}");
        if (Schema.Type(key.Form) is { } type)
        {
            Compare(item, type);
        }
        else if (_published.ValuesOf(item) is { Count: > 1 } values)
        {
            _ours.UnionWith((Schema.Allowed(key.Form) ?? []).Select(value => $"{path} = {value}"));
            _theirs.UnionWith(values.Select(value => $"{path} = {value}"));
        }
    }

    private static string Mark(bool isRequired) => isRequired ? "!" : "";
}
