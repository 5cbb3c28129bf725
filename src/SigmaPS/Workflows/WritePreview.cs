using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using SigmaPS.Mapping;

namespace SigmaPS.Workflows;

/// <summary>The preview of a write: for -WhatIf, in a prompt, and as an information record for runbooks, where WhatIf text is
/// invisible.</summary>
internal static class WritePreview
{
    /// <summary>The tag of the information record that contains the changes.</summary>
    public const string PlanTag = "SigmaPS.Plan";

    private const int MostLines = 20;
    private const int MostConsumers = 5;

    /// <summary>Whether the command runs with -WhatIf.</summary>
    public static bool IsWhatIf(PSCmdlet cmdlet) => cmdlet.MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
        ? given is SwitchParameter { IsPresent: true }
        : cmdlet.GetVariableValue("WhatIfPreference") is { } preference && LanguagePrimitives.IsTrue(preference);

    /// <summary>Whether ShouldProcess prompts; the user may take any time to respond.</summary>
    public static bool Asks(PSCmdlet cmdlet) =>
        cmdlet.MyInvocation.BoundParameters.TryGetValue("Confirm", out var given)
            ? given is SwitchParameter { IsPresent: true }
            : LanguagePrimitives.TryConvertTo(cmdlet.GetVariableValue("ConfirmPreference"), out ConfirmImpact least)
                && least is ConfirmImpact.Low or ConfirmImpact.Medium;

    /// <summary>Confirms the new content.</summary>
    public static bool ConfirmContent(
        PSCmdlet cmdlet,
        Core.Writing.SpecWritePlan plan,
        SigmaSession session,
        IReadOnlyDictionary<string, string>? owners)
    {
        var what = SafeText.Lines(Describe(plan, session, owners));
        cmdlet.WriteInformation(
            new SpecPlan(plan.Request.DataModelId, plan.Name, what)
            {
                Changes = OutputMapper.ToChanges(plan),
                Consumers = UsageMapper.ToUsages(plan.Impact, owners),
            },
            new[] { PlanTag });
        return cmdlet.ShouldProcess(what, what + "\nContinue?", "Replace the content of a data model");
    }

    /// <summary>Confirms name and description, which are changed separately from the content.</summary>
    public static bool ConfirmRename(PSCmdlet cmdlet, Core.Writing.SpecWritePlan plan, SigmaSession session)
    {
        var wishes = new[]
        {
            plan.NewName is { } name ? $"rename it to \"{name}\"" : null,
            plan.NewDescription is { } text ? $"describe it as \"{text}\"" : null,
        };
        var what = SafeText.Line(
            $"Data model \"{plan.Name}\" ({plan.Request.DataModelId}) on {session}: "
                + $"{string.Join(" and ", wishes.Where(wish => wish is not null))}."
        );
        cmdlet.WriteInformation(new SpecPlan(plan.Request.DataModelId, plan.Name, what), new[] { PlanTag });
        return cmdlet.ShouldProcess(what, what + " Continue?", "Rename a data model");
    }

    /// <summary>Reports in one line that no change is needed, with and without -WhatIf. The tag PSHOST shows it to a person without using
    /// the output.</summary>
    public static void NothingToDo(PSCmdlet cmdlet, string dataModelId, string name, string why, SigmaSession session)
    {
        var line = SafeText.Line($"Data model \"{name}\" ({dataModelId}) on {session}: {why} No request is sent.");
        cmdlet.WriteInformation(new SpecPlan(dataModelId, name, line), new[] { "PSHOST", PlanTag });
    }

    /// <summary>The reason why a write of a spec needs no change.</summary>
    public static string Same(PSCmdlet cmdlet, Core.Writing.SpecWritePlan plan)
    {
        if (plan.Difference == Core.Writing.ContentDifference.Unchanged)
        {
            return $"the content is the same as the live version {plan.LiveVersion}.";
        }

        var lift = cmdlet.MyInvocation.MyCommand.Parameters.ContainsKey("SendEquivalent") ? " To send it anyway, add -SendEquivalent." : "";
        return $"only layout, defaults or page IDs differ from the live version {plan.LiveVersion}.{lift}";
    }

    /// <summary>The refusal and the switch that lifts it.</summary>
    public static string Refused(Core.Diagnostics.SigmaEngineException refusal) =>
        refusal switch
        {
            { Issues: { Count: 1 } issues, Switch: { } lift } =>
                $"would be refused: needs -{lift}, because of 1 error such as: {SafeText.Line(issues[0].Message)}",
            { Issues: { Count: > 1 } issues, Switch: { } lift } =>
                $"would be refused: needs -{lift}, because of {issues.Count} errors such as: {SafeText.Line(issues[0].Message)}",
            { Switch: { } lift } => $"would be refused: needs -{lift}",
            _ => $"would be refused: {SafeText.Line(refusal.Message)}",
        };

    /// <summary>Limits the lines of a preview, beside its head, its counts and the lines that must not be cut.</summary>
    public static IReadOnlyList<string> Shown(IReadOnlyList<string> lines, int others)
    {
        var room = MostLines - 2 - others;
        return lines.Count <= room ? lines : lines.Take(room - 1).Append($"  … and {lines.Count - room + 1} more").ToList();
    }

    /// <summary>The first consumers that lose what they read, each with its owner, and the uncertain ones.</summary>
    public static List<string> Consumers(Core.Writing.ConsumerImpact impact, IReadOnlyDictionary<string, string>? owners)
    {
        var certain = impact.Certain
            .Select(usage => "  breaks " + SafeText.Line(Core.Writing.ConsumerErrors.Line(usage) + Owner(usage))).ToList();
        var shown = certain.Take(MostConsumers).ToList();
        if (certain.Count > MostConsumers)
        {
            shown[MostConsumers - 1] = $"  … and {certain.Count - MostConsumers + 1} more usages that break";
        }

        return shown
            .Concat(Core.Writing.ConsumerErrors.Warnings(impact).Take(MostConsumers).Select(warning => "  " + SafeText.Line(warning)))
            .ToList();

        string Owner(Core.Usage.UsageRecord usage) =>
            owners is not null && owners.TryGetValue(usage.OwnerId, out var name) ? $"; owner: {name}" : "";
    }

    private static string Describe(Core.Writing.SpecWritePlan plan, SigmaSession session, IReadOnlyDictionary<string, string>? owners)
    {
        var transfer = plan.IsTransfer ? $" with a spec read from ANOTHER model ({plan.Request.Document.DataModelId})" : "";
        var restored = plan.Request switch
        {
            { RestoredFrom: { } from, IsMerged: true } => $", to undo {from} and keep later changes",
            { RestoredFrom: { } from } => $" with that of {from}",
            _ => "",
        };
        var head =
            $"Replace the content of \"{plan.Name}\" ({plan.Request.DataModelId}, version {plan.LiveVersion}) on "
                + $"{session}{restored}{transfer}.";
        var refusals = plan.Refusals.Select(refusal => "  " + Refused(refusal)).ToList();
        var replaced = plan.ReplacedIds.Select(pair => $"  replaced ID '{SafeText.Line(pair.Key)}' by '{SafeText.Line(pair.Value)}'");
        var changed = plan.Changes.Select(change => "  " + SafeText.Line(Core.Spec.Diff.ChangeFormatter.Line(change)));
        var lines = replaced.Concat(changed).ToList();
        var consumers = Consumers(plan.Impact, owners);
        var shown = Shown(lines, refusals.Count + consumers.Count);
        var counts = plan.Changes.Count == 0 && plan.ReplacedIds.Count == 0
            ? "  no significant change (only layout, defaults or page IDs)"
            : "  in all: " + SafeText.Line(Core.Spec.Diff.ChangeFormatter.Counts(plan.Changes));
        return string.Join("\n", new[] { SafeText.Line(head) }.Concat(shown).Concat(consumers).Concat(refusals).Append(counts));
    }
}
