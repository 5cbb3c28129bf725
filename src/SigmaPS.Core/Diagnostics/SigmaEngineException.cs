using System;
using System.Collections.Generic;

namespace SigmaPS.Core.Diagnostics;

/// <summary>The one exception of the engine: what went wrong, about what, and what the service said.</summary>
public sealed class SigmaEngineException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="message">A sentence for a person: what, where, what to do. Service text in it is data.</param>
    /// <param name="inner">The cause, where there is one that holds no secret.</param>
    public SigmaEngineException(ErrorCode kind, string message, Exception? inner = null) : base(message, inner) => Kind = kind;

    private SigmaEngineException(SigmaEngineException from, ErrorCode kind, string message, Exception? inner, Func<string, string> read) : this(kind, message, inner)
    {
        (Target, Code, RequestId) = from.Texts(read);
        Status = from.Status;
        IsUnprocessed = from.IsUnprocessed;
        RetryAfter = from.RetryAfter;
        Switch = from.Switch;
        Issues = from.Issues;
    }

    /// <summary>The same error with some of it replaced: the one way in which an error is copied, so that a copy loses nothing.</summary>
    /// <param name="kind">What went wrong; null keeps it.</param>
    /// <param name="message">The sentence; null keeps it.</param>
    /// <param name="target">What it is about; null keeps it.</param>
    /// <param name="isUnprocessed">Whether the request has certainly not been processed; null keeps it.</param>
    /// <param name="retryAfter">How long the service asks to wait; null keeps it.</param>
    /// <returns>A copy, with this error as its cause.</returns>
    public SigmaEngineException With(
        ErrorCode? kind = null, string? message = null, string? target = null, bool? isUnprocessed = null, TimeSpan? retryAfter = null) =>
        new(this, kind ?? Kind, message ?? Message, this, text => text)
        {
            Target = target ?? Target,
            IsUnprocessed = isUnprocessed ?? IsUnprocessed,
            RetryAfter = retryAfter ?? RetryAfter,
        };

    /// <summary>The same error with every text of it redacted; itself where nothing was to hide.</summary>
    /// <param name="redact">Hides what nobody may see.</param>
    /// <returns>This error, or a copy without its cause, whose texts would show what was hidden.</returns>
    public SigmaEngineException Redacted(Func<string, string> redact)
    {
        for (Exception? e = this; e is not null; e = e.InnerException)
        {
            if (redact(e.Message) != e.Message || (e is SigmaEngineException fault && fault.Texts(redact) != fault.Texts(text => text)))
            {
                return new SigmaEngineException(this, Kind, redact(Message), null, redact);
            }
        }

        return this;
    }

    private (string?, string?, string?) Texts(Func<string, string> read) =>
        (Target is null ? null : read(Target), Code is null ? null : read(Code), RequestId is null ? null : read(RequestId));

    /// <summary>What went wrong.</summary>
    public ErrorCode Kind { get; }

    /// <summary>What it is about: a model's id, a file; null where there is no such thing.</summary>
    public string? Target { get; init; }

    /// <summary>The HTTP status, or null where no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>The service's own code, for example inode_archived.</summary>
    public string? Code { get; init; }

    /// <summary>The service's name for the request, which its support asks for.</summary>
    public string? RequestId { get; init; }

    /// <summary>Whether the request has certainly not been processed: it was refused at the door, or never got there.</summary>
    public bool IsUnprocessed { get; init; }

    /// <summary>How long the service asks to wait, as its Retry-After header says; null where it says nothing.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The switch that lifts a protection, without its dash; null where there is none.</summary>
    public string? Switch { get; init; }

    /// <summary>Everything that is wrong with the spec, where the message names some of it only.</summary>
    public IReadOnlyList<SpecIssue> Issues { get; init; } = Array.Empty<SpecIssue>();
}
