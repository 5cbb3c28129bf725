using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Walks a tree once, in document order, and gives every finding its pointer, its names and its subject.</summary>
internal sealed class IssueLocator
{
    private readonly ValidationContext _scene;
    private readonly Dictionary<JsonValue, List<Finding>> _findings;
    private readonly List<Step> _steps = new();
    private readonly List<SpecIssue> _issues = new();

    private IssueLocator(ValidationContext scene, Dictionary<JsonValue, List<Finding>> findings)
    {
        _scene = scene;
        _findings = findings;
    }

    /// <summary>The findings as issues, in document order.</summary>
    public static IReadOnlyList<SpecIssue> Find(ValidationContext scene, Dictionary<JsonValue, List<Finding>> findings)
    {
        var places = new IssueLocator(scene, findings);
        places.Visit(scene.Value);
        return places._issues;
    }

    private void Visit(JsonValue value)
    {
        if (_findings.Count == 0)
        {
            return;
        }

        if (_findings.TryGetValue(value, out var found))
        {
            _findings.Remove(value);
            foreach (var finding in found)
            {
                _issues.Add(Issue(finding, value));
            }
        }

        if (value is JsonObject o)
        {
            foreach (var member in o)
            {
                Enter(member.Name, -1, member.Value);
            }
        }
        else if (value is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                Enter("", i, items[i]);
            }
        }
    }

    private void Enter(string name, int index, JsonValue value)
    {
        if (value is JsonObject or JsonArray || _findings.ContainsKey(value))
        {
            _steps.Add(new Step(name, index, value));
            Visit(value);
            _steps.RemoveAt(_steps.Count - 1);
        }
    }

    private SpecIssue Issue(Finding finding, JsonValue value)
    {
        var step = _steps.Count == 0 ? null : Place(_steps.Count - 1);
        var subject = step?.Subject ?? IssueSubject.OfSpec;
        var (rule, detail) = (finding.Rule.Id, finding.Detail);
        return new SpecIssue(rule, finding.Severity, $"{subject.Text}: {finding.Problem}.")
        {
            IsInferred = finding.IsInferred,
            Suggestion = finding.Suggestion,
            Names = subject.Names,
            Pointer = step?.Pointer ?? "",
            Offset = value.Offset,
            Identity = $"{rule}{step?.Identity}\n{detail}",
            Thing = $"{rule}{step?.Thing}\n{detail}",
            Detail = detail,
            ModelId = _scene.Root?.Text("dataModelId"),
            Part = PartOf(finding, value),
            SuggestedFormula = finding.Part is { Fix.Count: > 0 } part ? FormulaEdit.Apply(((JsonString)value).Value, part.Fix) : null,
        };
    }

    // The way down to a value is described once, however many issues are below it.
    private IssuePlace Place(int depth)
    {
        var step = _steps[depth];
        if (step.Place is null)
        {
            var above = depth == 0 ? null : Place(depth - 1);
            var list = step.Index < 0 || depth == 0 ? "" : _steps[depth - 1].Name;
            var segment = step.Index < 0 ? JsonPointer.Segment(step.Name) : JsonPointer.Segment(step.Index);

            // Pages are passed over: an element is the same on any page.
            var isPage = depth == 1 && list == "pages";
            var known = step.Index < 0 ? step.Name : (step.Value as JsonObject)?.Text("id");
            step.Place = new IssuePlace(
                above?.Pointer + segment,
                isPage ? above?.Identity ?? "" : $"{above?.Identity}\n{known ?? segment}",
                isPage ? above?.Thing ?? "" : $"{above?.Thing}\n{known}",
                (above?.Subject ?? IssueSubject.OfSpec).Down(_scene, list, step.Value));
        }

        return step.Place;
    }

    private static IssuePart? PartOf(Finding finding, JsonValue value) =>
        finding.Part is { } part
            ? new IssuePart(
                ((JsonString)value).Value,
                part.Start,
                part.Fix.Select(edit => new TextEdit(edit.Start, edit.End, edit.Text)).ToList())
            : null;

    private sealed class Step(string name, int index, JsonValue value)
    {
        public string Name { get; } = name;

        public int Index { get; } = index;

        public JsonValue Value { get; } = value;

        public IssuePlace? Place { get; set; }
    }

    private sealed record IssuePlace(string Pointer, string Identity, string Thing, IssueSubject Subject);
}
