using System.Collections.Generic;
using System.Linq;
using SigmaPS.Errors;

namespace SigmaPS.Workflows;

/// <summary>Collects the status of many models for one closing sentence.</summary>
internal sealed class WriteSummary
{
    /// <summary>The tag of the information record that contains the sentence.</summary>
    public const string Tag = "SigmaPS.Summary";

    private const int MostNamed = 20;
    private readonly List<(string Name, string How, string Needs)> _all = new();

    /// <summary>The number of models.</summary>
    public int Count => _all.Count;

    /// <summary>Whether any was refused or failed.</summary>
    public bool HasTrouble => _all.Any(item => item.Needs.Length > 0);

    /// <summary>Records a model.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="how">Its status: updated, unchanged …</param>
    /// <param name="needs">Why it was refused or failed, for example "needs -AllowRemoval"; else empty.</param>
    public void Add(string name, string how, string needs = "") => _all.Add((name, how, needs));

    /// <summary>Records a model or another input that failed.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="kind">The error.</param>
    public void Failed(string name, Core.Diagnostics.ErrorCode kind) => Add(name, "failed", "failed with " + ErrorTable.Id(kind));

    /// <summary>Records a model that was, or would be, refused, with the switch that each refusal needs.</summary>
    public void Refused(Core.Writing.SpecWritePlan plan, string how) => Add(
        plan.Name,
        how,
        "needs " + string.Join(" ", plan.Refusals.Select(Need).Distinct()));

    private static string Need(Core.Diagnostics.SigmaEngineException refusal) =>
        refusal.Switch is { } lift ? "-" + lift : "an edit: " + ErrorTable.Id(refusal.Kind);

    /// <summary>The sentence.</summary>
    public override string ToString()
    {
        var counts = string.Join(", ", _all.GroupBy(item => item.How).Select(group => $"{group.Count()} {group.Key}"));
        var trouble = _all.Where(item => item.Needs.Length > 0).Select(item => $"\"{item.Name}\" {item.Needs}").ToList();
        if (trouble.Count == 0)
        {
            return $"{_all.Count} data models: {counts}.";
        }

        var rest = trouble.Count > MostNamed ? $"; and {trouble.Count - MostNamed} more" : "";
        return $"{_all.Count} data models: {counts}. {string.Join("; ", trouble.Take(MostNamed))}{rest}.";
    }
}
