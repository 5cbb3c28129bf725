using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>Finds the problems of a formula, by the severity policy of the function sheet (section 5).</summary>
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
            // It has no function, operator or text. Another check resolves the reference.
            return Array.Empty<FormulaFinding>();
        }

        var check = new FormulaCheck(tree, context);
        SyntaxCheck.Run(check);
        BareNameCheck.Run(check);
        FunctionCheck.Run(check);

        // Arguments and types have a meaning only if the whole formula could be read.
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
