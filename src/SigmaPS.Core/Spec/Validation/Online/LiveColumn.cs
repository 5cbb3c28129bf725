using SigmaPS.Core.Spec.Formulas;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>A column of the live model: the formula that Sigma has, and the type that Sigma found for it.</summary>
internal readonly struct LiveColumn
{
    public LiveColumn(string? formula, string type)
    {
        Formula = formula;
        Type = type switch
        {
            "number" or "integer" or "float" => FormulaType.Number,
            "text" or "string" => FormulaType.Text,
            "boolean" or "logical" => FormulaType.Logical,
            "datetime" or "date" => FormulaType.DateTime,
            _ => FormulaType.Unknown,
        };
    }

    public string? Formula { get; }

    public FormulaType Type { get; }
}
