using System;

namespace SigmaPS;

/// <summary>Every error of the module. Catch it with <c>catch [SigmaPS.SigmaException]</c>.</summary>
public sealed class SigmaException : Exception
{
    internal SigmaException(string errorId, string message, Exception inner) : base(message, inner) => ErrorId = errorId;

    /// <summary>The error id, for example SigmaSpecConflict; docs/errors.md lists them.</summary>
    public string ErrorId { get; }

    /// <summary>The HTTP status; $null where no answer came.</summary>
    public int? StatusCode { get; internal set; }

    /// <summary>Sigma's own code, for example inode_archived; $null where there is none.</summary>
    public string? ServiceCode { get; internal set; }

    /// <summary>Sigma's name for the request, which its support asks for; $null where there is none.</summary>
    public string? RequestId { get; internal set; }

    /// <summary>Everything that is wrong with a spec, where the message names ten of it; empty for other errors.</summary>
    public SpecIssue[] Issues { get; internal set; } = Array.Empty<SpecIssue>();
}
