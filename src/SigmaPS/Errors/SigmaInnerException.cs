using System;

namespace SigmaPS.Errors;

/// <summary>The cause of an error, which PowerShell shows with the error's details. Its text is escaped, and the engine's exception is
/// not accessible.</summary>
internal sealed class SigmaInnerException : Exception
{
    private readonly Exception _cause;

    /// <summary>Creates a cause that is safe to show.</summary>
    /// <param name="cause">The engine's own exception.</param>
    public SigmaInnerException(Exception cause)
        : base(
            $"{cause.GetType().Name}: {SafeText.Line(cause.Message)}",
            cause.InnerException is { } deeper ? new SigmaInnerException(deeper) : null) => _cause = cause;

    /// <summary>The stack trace of the engine's exception.</summary>
    public override string? StackTrace => _cause.StackTrace;
}
