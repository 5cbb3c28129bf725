using System;
using System.Collections.Generic;

namespace SigmaPS.Core.Diagnostics;

/// <summary>How much an issue matters.</summary>
public enum IssueSeverity
{
    /// <summary>Worth a look; the service may well know better.</summary>
    Hint,

    /// <summary>It works, and yet somebody will trip over it.</summary>
    Warning,

    /// <summary>The service refuses it, or the model does not work.</summary>
    Error,
}

/// <summary>One thing that is wrong with a spec, and where.</summary>
public sealed class SpecIssue
{
    /// <summary>Makes an issue.</summary>
    /// <param name="ruleId">The rule that found it.</param>
    /// <param name="severity">How much it matters.</param>
    /// <param name="message">Who has what problem, as a sentence.</param>
    public SpecIssue(string ruleId, IssueSeverity severity, string message)
    {
        RuleId = ruleId;
        Severity = severity;
        Message = message;
    }

    /// <summary>The rule that found it.</summary>
    public string RuleId { get; }

    /// <summary>How much it matters.</summary>
    public IssueSeverity Severity { get; }

    /// <summary>Who has what problem, as a sentence.</summary>
    public string Message { get; }

    /// <summary>Whether it depends on an inferred name. Such an issue is at most a warning, whatever a rules file gives its rule.</summary>
    public bool IsInferred { get; init; }

    /// <summary>What to do; empty where nothing can be said.</summary>
    public string Suggestion { get; init; } = "";

    /// <summary>The names on the way down: page, element, column.</summary>
    public IReadOnlyList<string> Names { get; init; } = Array.Empty<string>();

    /// <summary>The JSON pointer of the place (RFC 6901); empty for the whole document.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>Where the place stands in its text, in UTF-16 units; -1 for an object.</summary>
    public int Offset { get; init; } = -1;

    /// <summary>Line and column of the place; null for an object.</summary>
    public TextPosition? Position { get; internal set; }

    /// <summary>What stays the same when things are renamed or moved: how an issue is found again in another state of the model.</summary>
    public string Identity { get; init; } = "";

    /// <summary>The same without the places in lists of things that have no id, which shift when something is put before them.</summary>
    public string Thing { get; init; } = "";

    /// <summary>The model that the spec names as its own, as it is written there; null where it names none.</summary>
    public string? ModelId { get; init; }

    /// <summary>The whole formula in its one right form; null where several forms are possible.</summary>
    public string? SuggestedFormula { get; init; }

    /// <summary>The changes of the spec's text that give the suggested formula; empty for an object.</summary>
    public IReadOnlyList<TextReplacement> Replacements { get; internal set; } = Array.Empty<TextReplacement>();

    /// <summary>The part of a formula that it is about; null for an issue about the whole value.</summary>
    internal IssuePart? Part { get; init; }

    /// <summary>What tells it from another issue of the same rule at the same place.</summary>
    public string Detail { get; init; } = "";
}
