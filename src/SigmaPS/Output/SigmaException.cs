using System;

namespace SigmaPS;

/// <summary>Every error of the module. Catch it with <c>catch [SigmaPS.SigmaException]</c>.</summary>
public sealed class SigmaException : Exception
{
    internal SigmaException(string errorId, string message, Exception inner) : base(message, inner) => ErrorId = errorId;

    /// <summary>The error ID, for example SigmaSpecConflict; docs/errors.md lists them.</summary>
    public string ErrorId { get; }

    /// <summary>The HTTP status; $null if no response arrived.</summary>
    public int? StatusCode { get; internal set; }

    /// <summary>Sigma's own code, for example inode_archived; $null if there is none.</summary>
    public string? ServiceCode { get; internal set; }

    /// <summary>Sigma's ID of the request, which its support asks for; $null if there is none.</summary>
    public string? RequestId { get; internal set; }

    /// <summary>All issues of a spec; the message names only the first ten. Empty for other errors.</summary>
    public SpecIssue[] Issues { get; internal set; } = Array.Empty<SpecIssue>();
}
