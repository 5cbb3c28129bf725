using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace SigmaPS.Sandbox;

/// <summary>One thing that goes wrong on demand. The ready-made ones stand in <see cref="KnownFaults"/>.</summary>
public sealed record Fault
{
    /// <summary>Only requests with this method; null is any.</summary>
    public string? Method { get; init; }

    /// <summary>Only requests whose path holds this text, in any case; null is any but the token endpoint.</summary>
    public string? PathContains { get; init; }

    /// <summary>This many matching requests pass unharmed first.</summary>
    public int Skip { get; init; }

    /// <summary>How many requests it hits before it is spent.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The status of the answer; without a body the published error body is sent.</summary>
    public int? Status { get; init; }

    public string? Body { get; init; }

    public string ContentType { get; init; } = "application/json; charset=utf-8";

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The code and message of the published error body.</summary>
    public string? Code { get; init; }

    public string? Message { get; init; }

    /// <summary>The answer is this late; with nothing else set the request then goes its normal way.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>What somebody else does before the request goes on its way; its own requests meet no fault that is spent by then.</summary>
    public Func<Task>? Meanwhile { get; init; }

    /// <summary>The connection is closed before anything is done.</summary>
    public bool DropConnection { get; init; }

    /// <summary>The request is carried out, then the connection closed without an answer.</summary>
    public bool ApplyThenDrop { get; init; }

    /// <summary>The request is carried out, then answered with <see cref="Status"/> (502 when not set).</summary>
    public bool ApplyThenFail { get; init; }

    /// <summary>The request is answered with <see cref="Status"/> or dropped at once (504 when neither is set) and carried out this much later.</summary>
    public TimeSpan? ApplyLate { get; init; }

    /// <summary>Lists leave the deprecated hasMore out.</summary>
    public bool OmitHasMore { get; init; }

    /// <summary>A list asked for with a cursor gives the same cursor as the next.</summary>
    public bool RepeatCursor { get; init; }

    /// <summary>A list comes without its entries (sigma-workbooks.md section 7, row 15).</summary>
    public bool OmitEntries { get; init; }

    /// <summary>A list's total is this much larger than the rows it gives (the same row).</summary>
    public int OverstateTotal { get; init; }

    /// <summary>The spec endpoints answer YAML whatever Accept says.</summary>
    public bool AnswerYaml { get; init; }
}
