using System;

namespace SigmaPS.Errors;

/// <summary>What lies behind an error, as PowerShell shows it with every error in full: the engine's words are data there too, and its own values stay out of sight.</summary>
internal sealed class SigmaInnerException : Exception
{
    private readonly Exception _cause;

    /// <summary>Makes a cause that is safe to show.</summary>
    /// <param name="cause">The engine's own exception.</param>
    public SigmaInnerException(Exception cause)
        : base($"{cause.GetType().Name}: {SafeText.Line(cause.Message)}", cause.InnerException is { } deeper ? new SigmaInnerException(deeper) : null) => _cause = cause;

    /// <summary>Where the engine's exception was thrown.</summary>
    public override string? StackTrace => _cause.StackTrace;
}
