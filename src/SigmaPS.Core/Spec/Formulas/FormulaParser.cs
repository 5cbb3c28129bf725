namespace SigmaPS.Core.Spec.Formulas;

/// <summary>Reads formulas. It accepts every text, in linear time, and reports what is not a formula as problems of the tree.</summary>
public static class FormulaParser
{
    /// <summary>Reads one formula.</summary>
    /// <param name="text">For example Sum([Orders/Net Revenue]).</param>
    /// <returns>The tree.</returns>
    public static FormulaTree Parse(string text) => new FormulaReading(text).Run();
}
