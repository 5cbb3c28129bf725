namespace SigmaPS;

/// <summary>One problem of a spec and its location.</summary>
public sealed class SpecIssue
{
    private string? _fingerprint;

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

    /// <summary>One sentence that names the item and its problem.</summary>
    public string Message { get; }

    /// <summary>What to do; empty if no action is known.</summary>
    public string Suggestion { get; internal set; } = "";

    /// <summary>The names from the outside in: page, element, column.</summary>
    public ItemList<string> Names { get; internal set; } = System.Array.Empty<string>();

    /// <summary>The JSON pointer of the location (RFC 6901).</summary>
    public string Pointer { get; internal set; } = "";

    /// <summary>The file; $null for text and for objects that were not read from a file.</summary>
    public string? Path { get; internal set; }

    /// <summary>The line in the file or text, from 1; $null for objects.</summary>
    public int? Line { get; internal set; }

    /// <summary>The column in that line, from 1; $null for objects.</summary>
    public int? Column { get; internal set; }

    /// <summary>The file's name with line and column; without a line the file's name, and without a file the pointer.</summary>
    public string Place
    {
        get
        {
            var file = Path is null ? "" : System.IO.Path.GetFileName(Path);
            if (Line is not null)
            {
                return $"{file}:{Line}:{Column}".TrimStart(':');
            }

            return file.Length > 0 ? file : Pointer;
        }
    }

    /// <summary>The whole corrected formula; $null if several corrections are possible.</summary>
    public string? SuggestedFormula { get; internal set; }

    /// <summary>The replacements in the file that produce the suggested formula; empty for text and objects.</summary>
    public ItemList<SpecReplacement> Replacements { get; internal set; } = System.Array.Empty<SpecReplacement>();

    /// <summary>Identifies the issue in other runs and in a baseline: it depends on model, rule and IDs, not on lines.</summary>
    public string Fingerprint => _fingerprint ??= ComputeFingerprint();

    // Most issues are only shown, so the hash is computed on demand.
    internal System.Func<string> ComputeFingerprint { get; set; } = () => "";

    /// <summary>Shows severity, rule and message.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{Severity}: {Message} [{RuleId}]";
}
