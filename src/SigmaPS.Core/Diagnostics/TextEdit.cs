namespace SigmaPS.Core.Diagnostics;

/// <summary>One edit of a text: the span from Start (inclusive) to End (exclusive) and its replacement.</summary>
internal sealed record TextEdit(int Start, int End, string Text);
