using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Validation;
using SigmaPS.Core.Writing;

namespace SigmaPS.Core.Release;

/// <summary>Rehearses the models that a plan would write, in the plan's order.</summary>
/// <remarks>A model that reads another model of the plan reads that model's scratch model.</remarks>
public sealed class ReleaseRehearsal
{
    private readonly ReleasePlan _plan;
    private readonly Rehearsal _rehearsal;
    private readonly Dictionary<string, ResolvedDependency> _upstreams;
    private readonly HashSet<string> _failed = new(StringComparer.Ordinal);

    private ReleaseRehearsal(ReleasePlan plan, Rehearsal rehearsal)
    {
        _plan = plan;
        _rehearsal = rehearsal;
        _upstreams = plan.Upstreams.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The models whose content a plan would send.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The items.</returns>
    public static IReadOnlyList<ReleaseItem> Concerned(ReleasePlan plan) =>
        plan.Items.Where(item => item.Action == ReleaseAction.Create || item.Write is not null).ToList();

    /// <summary>Rehearses, adds what Sigma found to the items, and moves the scratch models to the trash in any event.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="rehearsal">The rehearsal.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>A task that ends then.</returns>
    public static async Task AddAsync(ReleasePlan plan, Rehearsal rehearsal, CancellationToken cancel)
    {
        var work = new ReleaseRehearsal(plan, rehearsal);
        try
        {
            foreach (var item in Concerned(plan))
            {
                await work.OneAsync(item, cancel).ConfigureAwait(false);
                item.Hide(plan.Hidden);
            }
        }
        finally
        {
            await rehearsal.CloseAsync().ConfigureAwait(false);
        }
    }

    private async Task OneAsync(ReleaseItem item, CancellationToken cancel)
    {
        if (item.DependsOn.FirstOrDefault(_failed.Contains) is { } below)
        {
            _failed.Add(item.Name);
            item.AddNote($"Not rehearsed, because Sigma refused \"{below}\", which it reads.");
            return;
        }

        var target = _plan.Target;
        var rendered = EnvironmentSubstitution.Apply(item.Model!, target, id => DependencyResolver.Find(id, _upstreams, target)).Document;
        var rehearsed = await _rehearsal.CreateAsync(rendered, item.Name, cancel).ConfigureAwait(false);
        if (rehearsed.Live is null)
        {
            _failed.Add(item.Name);
        }
        else if (item.Model!.SourceId is { } source && _upstreams.ContainsKey(source))
        {
            _upstreams[source] = ResolvedDependency.FromLive(rehearsed.Id!, item.Name, rendered, rehearsed.Live);
        }

        var facts = new OnlineFacts();
        rehearsed.Verdict.AddTo(facts);
        var issues = SpecValidator.Validate(rendered.Root, SpecRuleSet.IsRehearsal, facts, _plan.Request.CustomFunctions);
        item.AddRehearsal(FileIssues.Place(issues, item.Model!.Path), Refusal(item, issues));
    }

    private SigmaEngineException? Refusal(ReleaseItem item, IReadOnlyList<SpecIssue> issues)
    {
        var protections = _plan.Request.Protections;
        var counted = issues.Where(issue => !protections.SkipValidation && !protections.AllowedRules.Contains(issue.RuleId)).ToList();
        return counted.Count == 0 ? null : RehearsalErrors.InPlan(item, counted);
    }
}
