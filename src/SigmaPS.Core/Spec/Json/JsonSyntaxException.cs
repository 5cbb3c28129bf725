using System;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Spec.Json;

/// <summary>Reports text that is not valid JSON or YAML, with its position.</summary>
public sealed class JsonSyntaxException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="problem">The problem, without a full stop.</param>
    /// <param name="position">Its position.</param>
    public JsonSyntaxException(string problem, TextPosition position)
        : base($"{problem} (line {position.Line}, column {position.Column})")
    {
        Problem = problem;
        Position = position;
    }

    /// <summary>The problem without the position.</summary>
    public string Problem { get; }

    /// <summary>The position of the problem.</summary>
    public TextPosition Position { get; }
}
