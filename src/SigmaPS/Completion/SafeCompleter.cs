using System;
using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace SigmaPS.Completion;

/// <summary>The base of every completer: it never throws, prompts or connects, and returns names that are valid as typed.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SafeCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        try
        {
            var word = Bare(wordToComplete ?? "");
            return Candidates(fakeBoundParameters ?? new Hashtable())
                .Where(candidate =>
                    candidate.Text.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                    || candidate.Hint.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                .Where(candidate => candidate.Text.Length > 0 && !candidate.Text.Any(char.IsControl))
                .GroupBy(candidate => candidate.Text, StringComparer.Ordinal)
                .Select(group => group.First())
                .Select(candidate => new CompletionResult(
                    Quoted(candidate.Text),
                    SafeText.Line(candidate.Hint),
                    CompletionResultType.ParameterValue,
                    SafeText.Line(candidate.Hint)))
                .ToList();
        }
        catch (Exception e)
            when (e
                    is Core.Diagnostics.SigmaEngineException
                        or Core.Spec.Json.NotRepresentableException
                        or RuntimeException
                        or System.IO.IOException
                        or UnauthorizedAccessException
                        or AggregateException
                        or OperationCanceledException
                        or ArgumentException
                        or NotSupportedException
                        or InvalidOperationException)
        {
            // Completion must not interrupt typing, so an error gives no results; the command itself reports it.
            return Array.Empty<CompletionResult>();
        }
    }

    /// <summary>Returns the possible values.</summary>
    /// <param name="bound">The parameters that are already on the command line.</param>
    private protected abstract IEnumerable<Candidate> Candidates(IDictionary bound);

    // The opening quote and its closing quote are not part of the word.
    private static string Bare(string word)
    {
        if (word.Length == 0 || word[0] is not ('\'' or '"'))
        {
            return word;
        }

        var quote = word[0].ToString();
        var inner = word.Substring(1);
        return (inner.EndsWith(quote, StringComparison.Ordinal) ? inner.Substring(0, inner.Length - 1) : inner).Replace(
            quote + quote,
            quote);
    }

    // In single quotes, only quotes are doubled; PowerShell treats curly single quotes as quotes too.
    // PowerShell would parse a word with a leading dash as a parameter.
    private static string Quoted(string text) =>
        text[0] != '-' && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.')
            ? text
            : "'"
                + string.Concat(
                    text.Select(c => c is '\'' or '\u2018' or '\u2019' or '\u201a' or '\u201b' ? new string(c, 2) : c.ToString()))
                + "'";
}
