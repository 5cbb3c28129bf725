using System;

namespace SigmaPS.Help;

/// <summary>A page that does not have the layout of a help page.</summary>
internal sealed class MalformedPageException(int line, string message) : Exception(message)
{
    /// <summary>The line of the page, counted from 1.</summary>
    public int Line { get; } = line;
}
