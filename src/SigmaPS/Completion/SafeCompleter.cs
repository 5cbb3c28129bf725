using System;
using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace SigmaPS.Completion;

/// <summary>What every completer keeps to: it raises nothing, asks nothing, connects nowhere, and gives names that are typed as they stand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SafeCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            var word = Bare(wordToComplete ?? "");
            return Candidates(fakeBoundParameters ?? new Hashtable())
                .Where(candidate => candidate.Text.StartsWith(word, StringComparison.OrdinalIgnoreCase) || candidate.Hint.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                .Where(candidate => candidate.Text.Length > 0 && !candidate.Text.Any(char.IsControl))
                .GroupBy(candidate => candidate.Text, StringComparer.Ordinal).Select(group => group.First())
                .Select(candidate => new CompletionResult(Quoted(candidate.Text), SafeText.Line(candidate.Hint), CompletionResultType.ParameterValue, SafeText.Line(candidate.Hint))).ToList();
        }
        catch (Exception e) when (e is Core.Diagnostics.SigmaEngineException or Core.Spec.Json.NotRepresentableException or RuntimeException or System.IO.IOException or UnauthorizedAccessException or AggregateException or OperationCanceledException or ArgumentException or NotSupportedException or InvalidOperationException)
        {
            // A person is in the middle of a line: what cannot be told now is not completed, and the command itself will say why.
            return Array.Empty<CompletionResult>();
        }
    }

    /// <summary>What may stand there.</summary>
    /// <param name="bound">The parameters that the line has already.</param>
    private protected abstract IEnumerable<Candidate> Candidates(IDictionary bound);

    // The quote that opens the word, and its like at the end, are not part of it.
    private static string Bare(string word)
    {
        if (word.Length == 0 || word[0] is not ('\'' or '"'))
        {
            return word;
        }

        var quote = word[0].ToString();
        var inner = word.Substring(1);
        return (inner.EndsWith(quote, StringComparison.Ordinal) ? inner.Substring(0, inner.Length - 1) : inner).Replace(quote + quote, quote);
    }

    // In single quotes nothing is a variable or an end of the word; only the quote itself is doubled, the curly ones too, which PowerShell takes for it.
    // What begins with a dash would be taken for a parameter.
    private static string Quoted(string text) => text[0] != '-' && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.')
        ? text
        : "'" + string.Concat(text.Select(c => c is '\'' or '\u2018' or '\u2019' or '\u201a' or '\u201b' ? new string(c, 2) : c.ToString())) + "'";
}

/// <summary>What may stand for an argument, and what a person is shown for it.</summary>
internal readonly struct Candidate
{
    public Candidate(string text, string? hint = null)
    {
        Text = text;
        Hint = string.IsNullOrEmpty(hint) ? text : hint!;
    }

    /// <summary>What is typed.</summary>
    public string Text { get; }

    /// <summary>What is shown.</summary>
    public string Hint { get; }
}
