using System;
using System.Collections.Generic;
using System.Text;

namespace SigmaPS.Core.Spec.Json;

/// <summary>Reports a value that the target of a conversion cannot represent, with its JSON pointer.</summary>
public sealed class NotRepresentableException : Exception
{
    private const int LongestPlace = 120;

    /// <summary>Creates the error.</summary>
    /// <param name="problem">The problem, without a full stop.</param>
    public NotRepresentableException(string problem) : base(problem)
    {
    }

    /// <summary>The JSON pointer of the value (RFC 6901).</summary>
    public string Pointer { get; private set; } = "";

    /// <summary>The pointer for a message; the middle of a long one is omitted.</summary>
    public string Place => Pointer.Length == 0 ? "the top"
        : Pointer.Length <= LongestPlace ? Pointer
        : Pointer.Substring(0, LongestPlace / 2) + "…" + Pointer.Substring(Pointer.Length - (LongestPlace / 2));

    /// <summary>Prepends the next outer segment to the pointer.</summary>
    /// <param name="segment">A member's name or an item's index.</param>
    public void Prepend(string segment) => Pointer = JsonPointer.Segment(segment) + Pointer;

    /// <summary>Prepends the segments of all open levels to the pointer at once, because catching and rethrowing per level exhausts the
    /// stack.</summary>
    /// <typeparam name="T">The type of a level.</typeparam>
    /// <param name="levels">The open levels, from the outermost on.</param>
    /// <param name="segment">Gives the segment of a level; null for a level before its first part.</param>
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
