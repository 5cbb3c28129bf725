using System;
using System.Collections.Generic;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>One thing that is wrong with a formula, and where in it.</summary>
public sealed class FormulaFinding(FormulaRule rule, int start, int end, string problem, string advice = "")
{
    /// <summary>The rule that found it.</summary>
    public FormulaRule Rule { get; } = rule;

    /// <summary>The offset of the first character concerned.</summary>
    public int Start { get; } = start;

    /// <summary>The offset behind the last character concerned.</summary>
    public int End { get; } = end;

    /// <summary>The problem, as a sentence without its full stop.</summary>
    public string Problem { get; } = problem;

    /// <summary>The next step, as a sentence; empty where the problem contains it.</summary>
    public string Advice { get; } = advice;

    /// <summary>The part of the formula that distinguishes this finding from others of its rule.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The edits that give the one right form; empty where several forms are possible.</summary>
    public IReadOnlyList<FormulaEdit> Fix { get; init; } = Array.Empty<FormulaEdit>();
}
