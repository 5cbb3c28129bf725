using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using FsCheck.Xunit;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Spec.Validation;
using SigmaPS.Core.Tests.Support;
using Xunit;
using Nodes = System.Text.Json.Nodes;

namespace SigmaPS.Core.Tests.Spec;

/// <summary>References, renaming, removal and comparison against a table of names and targets made by construction.</summary>
public sealed class NamedModelTests
{
    [Property(MaxTest = 200)]
    public void Reference_means_the_column_of_the_table(int seed, bool isOldLayout)
    {
        NamedModel model = new(seed, isOldLayout);
        SpecDocument document = SpecDocument.Parse(model.Text, "test");
        Assert.Equal(Targets(model, null), Meanings(document));
        Assert.DoesNotContain(SpecValidator.Validate(document), issue =>
            issue.Severity == IssueSeverity.Error || issue.RuleId is "unknown-reference" or "column-cycle");
    }

    [Property(MaxTest = 100)]
    public void Renaming_keeps_every_reference_and_every_other_name_and_leaves_no_trace_when_undone(int seed, bool isOldLayout, byte pick)
    {
        NamedModel model = new(seed, isOldLayout);
        NamedItem renamed = model.Names[pick % model.Names.Count];
        SpecDocument document = SpecDocument.Parse(model.Text, "test");
        ColumnRenaming.Apply(document, renamed.ElementId, renamed.Id, "New / [name]");
        Assert.Equal(Targets(model, null), Meanings(document));
        Assert.Equal(model.Names.Select(item => item == renamed ? "New / [name]" : item.Shown), Shown(document));
        ColumnRenaming.Apply(document, renamed.ElementId, renamed.Id, renamed.Shown);
        Assert.True(JsonTree.Same(JsonTree.Parse(model.Text), document.Root), document.ToText());
    }

    [Property(MaxTest = 100)]
    public void Removal_is_refused_exactly_when_the_table_has_a_user(int seed, bool isOldLayout, byte pick)
    {
        NamedModel model = new(seed, isOldLayout);
        NamedItem removed = model.Names[pick % model.Names.Count];
        SpecDocument document = SpecDocument.Parse(model.Text, "test");
        bool isUsed = model.Uses.Any(use => use.Target == removed) || UnionParts(model).Contains((removed.ElementId, removed.Shown));
        SigmaEngineException? refused =
            Record.Exception(() => ColumnRemoval.Apply(document, removed.ElementId, [removed.Id])) as SigmaEngineException;
        Assert.Equal(isUsed, refused is not null);
        if (!isUsed)
        {
            Assert.Equal(model.Names.Where(item => item != removed).Select(item => item.Shown), Shown(document));
        }
    }

    [Property(MaxTest = 200)]
    public void Old_and_new_layout_of_one_model_are_not_a_change(int seed)
    {
        SpecDocument old = SpecDocument.Parse(new NamedModel(seed, isOldLayout: true).Text, "old");
        SpecDocument now = SpecDocument.Parse(new NamedModel(seed, isOldLayout: false).Text, "new");
        Assert.Empty(SpecDiff.Compare(old, now).Changes.Select(ChangeFormatter.Line));
        Assert.Empty(SpecDiff.Compare(now, old).Changes.Select(ChangeFormatter.Line));
    }

    [Property(MaxTest = 200)]
    public void One_column_added_under_renewed_IDs_is_one_change(int seed, byte pick)
    {
        NamedModel model = new(seed);
        Nodes.JsonObject edited = model.Root.DeepClone().AsObject();
        Nodes.JsonArray elements = edited["pages"]![0]!["elements"]!.AsArray();
        Nodes.JsonObject element = elements[pick % elements.Count]!.AsObject();
        element["columns"]!.AsArray().Add(new Nodes.JsonObject { ["id"] = "c99999", ["formula"] = "Today()", ["name"] = "Added" });
        element["order"]!.AsArray().Add("c99999");
        SpecDocument now = SpecDocument.Parse(Regex.Replace(edited.ToJsonString(), "\"([ecr][0-9]+|p1)\"", "\"N$1\""), "edited");
        Assert.Equal(
            ["Added column Added"],
            SpecDiff
                .Compare(SpecDocument.Parse(model.Text, "test"), now)
                .Changes.Select(change => $"{change.Change} {change.Kind} {change.Names[^1]}"));
    }

    private static IEnumerable<string> Targets(NamedModel model, NamedItem? but) =>
        model
            .Uses.Where(use => use.Target is not null && use.Target != but)
            .Select(use => $"{use.ElementId}/{use.Id}: {use.Target!.ElementId}/{use.Target.Id}")
            .Order();

    private static IEnumerable<string> Meanings(SpecDocument document) =>
        FormulaField
            .All(new ModelScope(document))
            .Where(place => place.Item is not null)
            .SelectMany(place =>
                place
                    .References()
                    .Select(place.Resolve)
                    .Where(found => found.Kind == ReferenceKind.Column)
                    .Select(found => $"{place.Scope.Id}/{ElementIds.Id(place.Item!)}: {found.Owner!.Id}/{ElementIds.Id(found.Target!)}"))
            .Order();

    private static IEnumerable<string> Shown(SpecDocument document)
    {
        DisplayNames names = new(document);
        return document.Elements.SelectMany(element => ElementIds.Objects(element, "columns")).Select(names.Of);
    }

    private static HashSet<(string, string)> UnionParts(NamedModel model) =>
        [
            .. model.Root["pages"]![0]!["elements"]!
                .AsArray()
                .Select(element => element!["source"]!)
                .Where(source => (string)source["kind"]! == "union")
                .SelectMany(source =>
                    source["matches"]!
                        .AsArray()
                        .SelectMany(match =>
                            match!["sourceColumns"]!
                                .AsArray()
                                .Select((name, i) => ((string)source["sources"]![i]!["elementId"]!, ((string)name!).Trim('[', ']'))))),
        ];
}
