using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>Finds what is wrong with a formula, by the severity policy of the function sheet (section 5).</summary>
public static class FormulaChecker
{
    /// <summary>Checks one formula.</summary>
    /// <param name="tree">The formula as it was read.</param>
    /// <param name="context">The place of the formula.</param>
    /// <returns>The findings in the order of the text.</returns>
    public static IReadOnlyList<FormulaFinding> Check(FormulaTree tree, FormulaContext context)
    {
        if (tree.IsReference)
        {
            // It has no function, operator or text; whether it resolves is another check.
            return Array.Empty<FormulaFinding>();
        }

        var check = new FormulaCheck(tree, context);
        SyntaxCheck.Run(check);
        BareNameCheck.Run(check);
        FunctionCheck.Run(check);

        // Arguments and types mean something only where the whole formula could be read.
        if (!check.IsBroken)
        {
            ArgumentCheck.Run(check);
            UnitCheck.Run(check);
            ValueCheck.Run(check);
            PatternCheck.Run(check);
        }

        return check.Findings.Count < 2 ? check.Findings : check.Findings.OrderBy(finding => finding.Start).ToList();
    }
}
