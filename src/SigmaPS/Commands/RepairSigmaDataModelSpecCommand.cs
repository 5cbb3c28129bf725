using System.Linq;
using System.Management.Automation;
using SigmaPS.Binding;

namespace SigmaPS.Commands;

/// <summary>Repair-SigmaDataModelSpec: corrects formulas of a spec for the rules that the user specifies.</summary>
[Cmdlet(VerbsDiagnostic.Repair, "SigmaDataModelSpec")]
[OutputType(typeof(SpecNode))]
public sealed class RepairSigmaDataModelSpecCommand : SpecEditCmdlet
{
    /// <summary>The rules whose fixes are applied.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(Completion.RuleCompleter))]
    public string[]? Rule { get; set; }

    /// <inheritdoc/>
    private protected override void Process() => Edit(document =>
    {
        var rules = RuleIds.Read(Rule, nameof(Rule));
        if (rules.Count == 0)
        {
            throw CommandErrors.NoRule();
        }

        var repaired = Core.Spec.Validation.FormulaRepair.Apply(document, rules, CustomFunctions.ForFile(FileOf));
        var count = repaired.Count == 1 ? "1 formula" : $"{repaired.Count} formulas";
        return new Core.Spec.Edit.EditReport($"Repaired {count}", repaired.ToArray());
    });

    private string? FileOf => Spec is null ? null : Mapping.SpecConverter.FileOf(Spec);
}
