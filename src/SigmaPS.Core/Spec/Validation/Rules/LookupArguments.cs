using System.Linq;
using SigmaPS.Core.Spec.Formulas;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Finds the references that a Lookup or Rollup reads from another element.</summary>
internal static class LookupArguments
{
    /// <summary>Whether a reference is inside such a call.</summary>
    public static bool Contain(FormulaTree tree, FormulaReference reference) => tree.Nodes.Any(node =>
        node.Kind == FormulaNodeKind.Call
        && node.Start <= reference.Start
        && reference.End <= node.End
        && FunctionTable.Current.FindSpelling(tree.TextOf(node.Token)) is "Lookup" or "Rollup");
}
