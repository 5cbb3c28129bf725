using System;
using System.Management.Automation;

namespace SigmaPS.Binding;

/// <summary>A name argument: a literal name, a name that [WildcardPattern]::Escape escaped, or a wildcard pattern. Case is
/// ignored.</summary>
internal sealed class NameOrPattern
{
    private readonly WildcardPattern? _pattern;
    private readonly string _unescaped;

    public NameOrPattern(string text)
    {
        Text = text;
        _pattern = InvariantPattern.TryCreate(text);
        _unescaped = WildcardPattern.ContainsWildcardCharacters(text) ? text : WildcardPattern.Unescape(text);
    }

    /// <summary>The text as given.</summary>
    public string Text { get; }

    /// <summary>Whether the text can only be a name: it has no wildcards, or they are escaped.</summary>
    public bool IsLiteral => _pattern is null;

    /// <summary>The name, if only one is possible; null for a pattern.</summary>
    public string? Name => _pattern is null && string.Equals(Text, _unescaped, StringComparison.Ordinal) ? Text : null;

    /// <summary>Whether the text is this name, literally or escaped.</summary>
    /// <param name="name">An existing name.</param>
    public bool IsName(string name) =>
        string.Equals(name, Text, StringComparison.OrdinalIgnoreCase)
        || string.Equals(name, _unescaped, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the text is a pattern that the name matches.</summary>
    /// <param name="name">An existing name.</param>
    public bool IsMatch(string name) => _pattern?.IsMatch(name) == true;
}
