using System;

namespace SigmaPS.Core.Api;

/// <summary>The one exception of the engine: what went wrong, about what, and what the service said.</summary>
public sealed class SigmaFaultException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="message">A sentence for a person: what, where, what to do. Service text in it is data.</param>
    /// <param name="inner">The cause, where there is one that holds no secret.</param>
    public SigmaFaultException(FaultKind kind, string message, Exception? inner = null) : base(message, inner) => Kind = kind;

    /// <summary>What went wrong.</summary>
    public FaultKind Kind { get; }

    /// <summary>What it is about: a model's id, a file; null where there is no such thing.</summary>
    public string? Target { get; init; }

    /// <summary>The HTTP status, or null where no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>The service's own code, for example inode_archived.</summary>
    public string? Code { get; init; }

    /// <summary>The service's name for the request, which its support asks for.</summary>
    public string? RequestId { get; init; }

    /// <summary>The switch that lifts a protection, without its dash; null where there is none.</summary>
    public string? Switch { get; init; }
}
