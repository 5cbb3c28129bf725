using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace SigmaPS.Sandbox;

/// <summary>One error on demand. <see cref="KnownFaults"/> has predefined ones.</summary>
public sealed record Fault
{
    /// <summary>The method of the requests; null matches any.</summary>
    public string? Method { get; init; }

    /// <summary>A part of the path, in any case; null matches any path but the token endpoint.</summary>
    public string? PathContains { get; init; }

    /// <summary>How many matching requests succeed first.</summary>
    public int Skip { get; init; }

    /// <summary>How many requests it affects.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The status of the response; without Body, the published error body is sent.</summary>
    public int? Status { get; init; }

    public string? Body { get; init; }

    public string ContentType { get; init; } = "application/json; charset=utf-8";

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The code and message of the published error body.</summary>
    public string? Code { get; init; }

    public string? Message { get; init; }

    /// <summary>The delay of the response. If no other property is set, the request then proceeds normally.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>An action of another user before the request proceeds. Its own requests do not use up this fault again.</summary>
    public Func<Task>? Meanwhile { get; init; }

    /// <summary>Whether the connection is closed before the request is processed.</summary>
    public bool DropConnection { get; init; }

    /// <summary>Whether the request is processed and the connection then closed without a response.</summary>
    public bool ApplyThenDrop { get; init; }

    /// <summary>Whether the request is processed and the response is then <see cref="Status"/> (502 if not set).</summary>
    public bool ApplyThenFail { get; init; }

    /// <summary>The response is <see cref="Status"/> or a dropped connection at once (504 if neither is set), and the request is
    /// processed after this time.</summary>
    public TimeSpan? ApplyLate { get; init; }

    /// <summary>Whether lists omit the deprecated hasMore.</summary>
    public bool OmitHasMore { get; init; }

    /// <summary>Whether a list repeats the cursor of the request.</summary>
    public bool RepeatCursor { get; init; }

    /// <summary>Whether a list omits its entries (sigma-workbooks.md section 7, row 15).</summary>
    public bool OmitEntries { get; init; }

    /// <summary>By how much a list's total exceeds its rows (the same row).</summary>
    public int OverstateTotal { get; init; }

    /// <summary>Whether the spec endpoints respond in YAML despite the Accept header.</summary>
    public bool AnswerYaml { get; init; }
}
