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
            _issues.AddRange(found.Select(finding => Issue(finding, value)));
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
        var subject = new IssueSubject(_scene);
        var identity = new List<string> { finding.Rule.Id };
        var thing = new List<string> { finding.Rule.Id };
        var pointer = new System.Text.StringBuilder();
        for (var i = 0; i < _steps.Count; i++)
        {
            var step = _steps[i];
            pointer.Append(step.Index < 0 ? JsonPointer.Segment(step.Name) : JsonPointer.Segment(step.Index));
            var list = step.Index < 0 || i == 0 ? "" : _steps[i - 1].Name;
            subject.Down(list, step.Value);

            // Pages are passed over: an element is the same on any page.
            if (i != 1 || list != "pages")
            {
                var known = step.Index < 0 ? step.Name : (step.Value as JsonObject)?.Text("id");
                identity.Add(known ?? JsonPointer.Segment(step.Index));
                thing.Add(known ?? "");
            }
        }

        identity.Add(finding.Detail);
        thing.Add(finding.Detail);
        return new SpecIssue(finding.Rule.Id, finding.Severity, $"{subject.Text}: {finding.Problem}.")
        {
            IsInferred = finding.IsInferred,
            Suggestion = finding.Suggestion,
            Names = subject.Names,
            Pointer = pointer.ToString(),
            Offset = value.Offset,
            Identity = string.Join("\n", identity),
            Thing = string.Join("\n", thing),
            Detail = finding.Detail,
            ModelId = _scene.Root?.Text("dataModelId"),
            Part = PartOf(finding, value),
            SuggestedFormula = finding.Part is { Fix.Count: > 0 } part ? FormulaEdit.Apply(((JsonString)value).Value, part.Fix) : null,
        };
    }

    private static IssuePart? PartOf(Finding finding, JsonValue value) => finding.Part is { } part
        ? new IssuePart(((JsonString)value).Value, part.Start, part.Fix.Select(edit => new TextEdit(edit.Start, edit.End, edit.Text)).ToList())
        : null;

    private readonly struct Step
    {
        public Step(string name, int index, JsonValue value)
        {
            Name = name;
            Index = index;
            Value = value;
        }

        public string Name { get; }

        public int Index { get; }

        public JsonValue Value { get; }
    }
}
