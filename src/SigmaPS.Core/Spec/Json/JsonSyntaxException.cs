using System;
using System.Collections.Generic;
using System.Text;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Spec.Json;

/// <summary>Text that is no JSON, and where.</summary>
public sealed class JsonSyntaxException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="problem">What is wrong, in plain words.</param>
    /// <param name="position">Where.</param>
    public JsonSyntaxException(string problem, TextPosition position)
        : base($"{problem} (line {position.Line}, column {position.Column})")
    {
        Problem = problem;
        Position = position;
    }

    /// <summary>What is wrong, without the place.</summary>
    public string Problem { get; }

    /// <summary>Where it is wrong.</summary>
    public TextPosition Position { get; }
}

/// <summary>A value that the target of a conversion cannot hold, and where it is.</summary>
public sealed class NotRepresentableException : Exception
{
    private const int LongestPlace = 120;

    /// <summary>Makes the error.</summary>
    /// <param name="problem">What cannot be held, in plain words.</param>
    public NotRepresentableException(string problem) : base(problem)
    {
    }

    /// <summary>The JSON pointer of the value (RFC 6901).</summary>
    public string Pointer { get; private set; } = "";

    /// <summary>The pointer for a message: its middle is left out where it is long.</summary>
    public string Place => Pointer.Length == 0 ? "the top"
        : Pointer.Length <= LongestPlace ? Pointer
        : Pointer.Substring(0, LongestPlace / 2) + "…" + Pointer.Substring(Pointer.Length - (LongestPlace / 2));

    /// <summary>Puts the next outer step in front of the pointer.</summary>
    /// <param name="segment">A member's name or an item's index.</param>
    public void Prepend(string segment) => Pointer = JsonPointer.Segment(segment) + Pointer;

    /// <summary>Puts the steps of all open levels in front of the pointer, at once: an error that each level catches and throws again exhausts the stack.</summary>
    /// <typeparam name="T">The kind of level.</typeparam>
    /// <param name="levels">The open levels, from the outermost on.</param>
    /// <param name="segment">A level's step; null for a level that has not reached a part.</param>
    public void PrependAll<T>(IEnumerable<T> levels, Func<T, string?> segment)
    {
        var steps = new StringBuilder();
        foreach (var level in levels)
        {
            steps.Append(segment(level) is { } step ? JsonPointer.Segment(step) : "");
        }

        Pointer = steps + Pointer;
    }
}
