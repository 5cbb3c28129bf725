using System.Collections.Generic;
using System.Linq;
using SigmaPS.Errors;

namespace SigmaPS.Workflows;

/// <summary>What became of each of many models, for the one sentence at the end.</summary>
internal sealed class WriteSummary
{
    /// <summary>The tag of the information record that holds the sentence.</summary>
    public const string Tag = "SigmaPS.Summary";

    private const int MostNamed = 20;
    private readonly List<(string Name, string How, string Needs)> _all = new();

    /// <summary>How many models came.</summary>
    public int Count => _all.Count;

    /// <summary>Whether any was refused or failed.</summary>
    public bool HasTrouble => _all.Any(item => item.Needs.Length > 0);

    /// <summary>Notes a model.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="how">What became of it: updated, unchanged …</param>
    /// <param name="needs">What it would need; empty where nothing stood in the way.</param>
    public void Add(string name, string how, string needs = "") => _all.Add((name, how, needs));

    /// <summary>Notes a model or another input that an error has come of.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="kind">The error.</param>
    public void Failed(string name, Core.Diagnostics.ErrorCode kind) => Add(name, "failed", "a look at its error " + ErrorTable.Id(kind));

    /// <summary>Notes a model that was, or would be, refused, with the switch that each refusal needs.</summary>
    public void Refused(Core.Writing.SpecWritePlan plan, string how) => Add(
        plan.Name,
        how,
        string.Join(" ", plan.Refusals.Select(refusal => refusal.Switch is { } lift ? "-" + lift : "an edit: " + ErrorTable.Id(refusal.Kind)).Distinct()));

    /// <summary>The sentence.</summary>
    public override string ToString()
    {
        var counts = string.Join(", ", _all.GroupBy(item => item.How).Select(group => $"{group.Count()} {group.Key}"));
        var trouble = _all.Where(item => item.Needs.Length > 0).Select(item => $"\"{item.Name}\" needs {item.Needs}").ToList();
        var rest = trouble.Count > MostNamed ? $"; and {trouble.Count - MostNamed} more" : "";
        return $"{_all.Count} data models: {counts}.{(trouble.Count == 0 ? "" : $" {string.Join("; ", trouble.Take(MostNamed))}{rest}.")}";
    }
}
