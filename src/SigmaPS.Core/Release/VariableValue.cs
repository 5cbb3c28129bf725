using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace SigmaPS.Core.Release;

/// <summary>The value of a variable of an environment. Parts of it can come from environment variables of the process.</summary>
public sealed class VariableValue
{
    private static readonly Regex Reference = new(@"\$\{(?i:env):([^}]*)\}", RegexOptions.CultureInvariant);
    private static readonly Regex ProcessName = new(@"^[A-Za-z_][A-Za-z0-9_.()-]*$", RegexOptions.CultureInvariant);

    // Azure Pipelines leaves $(NAME) as it is when the pipeline does not have the variable.
    private static readonly Regex Macro = new(@"^\$\([^)]*\)$", RegexOptions.CultureInvariant);

    private VariableValue(string shown, string text, IReadOnlyList<HiddenValue> hidden)
    {
        Shown = shown;
        Text = text;
        Hidden = hidden;
    }

    /// <summary>The text of the file, with the names of environment variables and not their values.</summary>
    public string Shown { get; }

    /// <summary>The text for the content.</summary>
    internal string Text { get; }

    /// <summary>The parts that no text may show.</summary>
    internal IReadOnlyList<HiddenValue> Hidden { get; }

    /// <summary>Whether a text names an environment variable.</summary>
    /// <param name="text">A text of the file.</param>
    internal static bool Refers(string text) => Reference.IsMatch(text);

    /// <summary>Reads a value.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="variable">Gives the value of an environment variable; null if it is not set.</param>
    /// <param name="problem">Takes a problem, without a full stop.</param>
    internal static VariableValue Read(string text, Func<string, string?> variable, Action<string> problem)
    {
        var hidden = new List<HiddenValue>();
        var value = Reference.Replace(text, match =>
        {
            var name = match.Groups[1].Value;
            var found = ProcessName.IsMatch(name) ? variable(name) : null;
            var why = !ProcessName.IsMatch(name) ? $"'{match.Value}' does not name an environment variable"
                : string.IsNullOrEmpty(found) ? $"the environment variable {name} is not set. Set it before you run the command"
                : Macro.IsMatch(found!)
                    ? $"the environment variable {name} contains a pipeline variable that the pipeline did not replace. Define it there"
                : null;
            if (why is not null)
            {
                problem(why);
                return "";
            }

            hidden.Add(new HiddenValue(match.Value, found!));
            return found!;
        });
        return new VariableValue(text, value, hidden);
    }
}
