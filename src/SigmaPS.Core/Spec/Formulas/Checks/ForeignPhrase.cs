using System.Collections.Generic;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>A way to write that belongs to another language, with the form that Sigma has for it.</summary>
internal sealed record ForeignPhrase(
    int Start,
    int End,
    string Problem,
    string Advice = "",
    string Detail = "",
    IReadOnlyList<FormulaEdit>? Fix = null);
