using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Diagnostics;

/// <summary>One problem of a spec and its location.</summary>
/// <param name="ruleId">The rule that found it.</param>
/// <param name="severity">How much it matters.</param>
/// <param name="message">One sentence that names the item and its problem.</param>
public sealed class SpecIssue(string ruleId, IssueSeverity severity, string message)
{
    /// <summary>The rule that found it.</summary>
    public string RuleId { get; } = ruleId;

    /// <summary>How much it matters.</summary>
    public IssueSeverity Severity { get; } = severity;

    /// <summary>One sentence that names the item and its problem.</summary>
    public string Message { get; } = message;

    /// <summary>Whether it depends on an inferred name. Such an issue is at most a warning, even if a rules file sets its rule to
    /// error.</summary>
    public bool IsInferred { get; init; }

    /// <summary>What to do; empty if no action is known.</summary>
    public string Suggestion { get; init; } = "";

    /// <summary>The names from the outside in: page, element, column.</summary>
    public IReadOnlyList<string> Names { get; init; } = Array.Empty<string>();

    /// <summary>The JSON pointer of the location (RFC 6901); empty for the whole document.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>The offset in the text, in UTF-16 units; -1 for an object.</summary>
    public int Offset { get; init; } = -1;

    /// <summary>Line and column in the text; null for an object.</summary>
    public TextPosition? Position { get; set; }

    /// <summary>A key that renames and moves do not change. It finds the same issue in another version of the model.</summary>
    public string Identity { get; init; } = "";

    /// <summary>The identity without the list positions of items that have no ID, because an insertion shifts them.</summary>
    public string Thing { get; init; } = "";

    /// <summary>The model ID that the spec contains, exactly as written; null if it has none.</summary>
    public string? ModelId { get; init; }

    /// <summary>The whole corrected formula; null if several corrections are possible.</summary>
    public string? SuggestedFormula { get; init; }

    /// <summary>The replacements in the spec's text that produce the suggested formula; empty for an object.</summary>
    public IReadOnlyList<TextReplacement> Replacements { get; set; } = Array.Empty<TextReplacement>();

    /// <summary>The part of the formula that the issue concerns; null if it concerns the whole value.</summary>
    internal IssuePart? Part { get; init; }

    /// <summary>Distinguishes the issue from others of the same rule at the same location.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The same issue with every text of it redacted.</summary>
    /// <param name="redact">Hides what nobody may see.</param>
    /// <returns>A copy.</returns>
    internal SpecIssue Redacted(Func<string, string> redact) => new(RuleId, Severity, redact(Message))
    {
        IsInferred = IsInferred,
        Suggestion = redact(Suggestion),
        Names = Names.Select(redact).ToList(),
        Pointer = Pointer,
        Offset = Offset,
        Position = Position,
        Identity = Identity,
        Thing = Thing,
        ModelId = ModelId,
        SuggestedFormula = SuggestedFormula is { } formula ? redact(formula) : null,
        Replacements = Replacements.Select(edit => new TextReplacement(edit.Start, edit.End, redact(edit.Text))).ToList(),
        Part = Part is { } part ? part with { Formula = redact(part.Formula) } : null,
        Detail = redact(Detail),
    };
}
