using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Diagnostics;

/// <summary>The one exception of the engine: the error code, the item it concerns, and the details that the service gave.</summary>
public sealed class SigmaEngineException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="kind">The error code.</param>
    /// <param name="message">What happened to which item, why, and what to do next. Service text in it is data.</param>
    /// <param name="inner">The cause; null if there is none, or if it contains a secret.</param>
    public SigmaEngineException(ErrorCode kind, string message, Exception? inner = null) : base(message, inner) => Kind = kind;

    private SigmaEngineException(SigmaEngineException from, ErrorCode kind, string message, Exception? inner, Func<string, string> read)
        : this(kind, message, inner)
    {
        (Target, Code, RequestId) = from.Texts(read);
        Status = from.Status;
        IsUnprocessed = from.IsUnprocessed;
        RetryAfter = from.RetryAfter;
        Switch = from.Switch;
        Issues = from.Issues;
    }

    /// <summary>Copies the error with some parts replaced. Every copy is made here, so that a copy loses no detail.</summary>
    /// <param name="kind">The error code; null keeps it.</param>
    /// <param name="message">The message; null keeps it.</param>
    /// <param name="target">The item that the error concerns; null keeps it.</param>
    /// <param name="isUnprocessed">Whether the request was certainly not processed; null keeps it.</param>
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

    /// <summary>Redacts every text of the error and of its causes.</summary>
    /// <param name="redact">Replaces the secrets in a text.</param>
    /// <returns>This error if no text contains a secret; else a copy without its cause, whose texts would show the secret.</returns>
    public SigmaEngineException Redacted(Func<string, string> redact)
    {
        for (Exception? e = this; e is not null; e = e.InnerException)
        {
            if (redact(e.Message) != e.Message || (e is SigmaEngineException error && error.HasIn(redact)))
            {
                return new SigmaEngineException(this, Kind, redact(Message), null, redact)
                {
                    Issues = Issues.Select(issue => issue.Redacted(redact)).ToList(),
                };
            }
        }

        return this;
    }

    private bool HasIn(Func<string, string> redact) => Texts(redact) != Texts(text => text)
        || Issues.Any(issue => redact(issue.Message) != issue.Message || redact(issue.Suggestion) != issue.Suggestion);

    private (string?, string?, string?) Texts(Func<string, string> read) =>
        (Target is null ? null : read(Target), Code is null ? null : read(Code), RequestId is null ? null : read(RequestId));

    /// <summary>The error code.</summary>
    public ErrorCode Kind { get; }

    /// <summary>The item that the error concerns, for example a model's ID or a file; null if there is none.</summary>
    public string? Target { get; init; }

    /// <summary>The HTTP status; null if no response arrived.</summary>
    public int? Status { get; init; }

    /// <summary>The service's own code, for example inode_archived.</summary>
    public string? Code { get; init; }

    /// <summary>The service's ID of the request, which Sigma's support asks for.</summary>
    public string? RequestId { get; init; }

    /// <summary>Whether the request was certainly not processed: it was rejected before processing, or never arrived.</summary>
    public bool IsUnprocessed { get; init; }

    /// <summary>The wait that the service's Retry-After header asks for; null without a usable header.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The switch that lifts a protection, without its dash; null if there is none.</summary>
    public string? Switch { get; init; }

    /// <summary>All issues of the spec; the message names only the first ones.</summary>
    public IReadOnlyList<SpecIssue> Issues { get; init; } = Array.Empty<SpecIssue>();
}
