using System;
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

/// <summary>A value that the target of a conversion cannot hold; the path grows while the reader unwinds.</summary>
public sealed class NotRepresentableException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="problem">What cannot be held, in plain words.</param>
    public NotRepresentableException(string problem) : base(problem)
    {
    }

    /// <summary>The JSON pointer of the value (RFC 6901).</summary>
    public string Pointer { get; private set; } = "";

    /// <summary>Puts the next outer step in front of the pointer.</summary>
    /// <param name="segment">A member's name or an item's index.</param>
    public void Prepend(string segment) => Pointer = JsonPointer.Segment(segment) + Pointer;
}
