namespace SigmaPS.Core.Diagnostics;

/// <summary>One change of a text: a span of it and the text that takes its place.</summary>
internal sealed record TextEdit(int Start, int End, string Text);
