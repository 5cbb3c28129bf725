namespace SigmaPS;

/// <summary>How much an issue matters.</summary>
public enum SpecIssueSeverity
{
    /// <summary>Worth a look; Sigma may well know better.</summary>
    Hint,

    /// <summary>It works, and yet somebody will trip over it.</summary>
    Warning,

    /// <summary>Sigma refuses it, or the model does not work.</summary>
    Error,
}

/// <summary>One thing that is wrong with a spec, and where.</summary>
public sealed class SpecIssue
{
    internal SpecIssue(string ruleId, SpecIssueSeverity severity, string message)
    {
        RuleId = ruleId;
        Severity = severity;
        Message = message;
    }

    /// <summary>The rule that found it, for example missing-key.</summary>
    public string RuleId { get; }

    /// <summary>Error, Warning or Hint.</summary>
    public SpecIssueSeverity Severity { get; }

    /// <summary>Who has what problem, as a sentence.</summary>
    public string Message { get; }

    /// <summary>What to do; empty where nothing can be said.</summary>
    public string Suggestion { get; internal set; } = "";

    /// <summary>The names on the way down: page, element, column.</summary>
    public string[] Names { get; internal set; } = System.Array.Empty<string>();

    /// <summary>The JSON pointer of the place (RFC 6901).</summary>
    public string Pointer { get; internal set; } = "";

    /// <summary>The file; $null for texts and for objects that were read from none.</summary>
    public string? Path { get; internal set; }

    /// <summary>The line in the file or text, from 1; $null for objects.</summary>
    public int? Line { get; internal set; }

    /// <summary>The column in that line, from 1; $null for objects.</summary>
    public int? Column { get; internal set; }

    /// <summary>The whole formula in its one right form; $null where several forms are possible.</summary>
    public string? SuggestedFormula { get; internal set; }

    /// <summary>Shows severity, rule and message.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{Severity}: {Message} [{RuleId}]";
}
