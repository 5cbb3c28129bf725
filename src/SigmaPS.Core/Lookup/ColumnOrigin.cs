namespace SigmaPS.Core.Lookup;

/// <summary>A source of columns outside a model's own elements.</summary>
/// <param name="Text">The path of a warehouse table, joined by dots, or a description of another source.</param>
/// <param name="Table">The name of a warehouse table, the last part of its path; null for other sources.</param>
public sealed record ColumnOrigin(string Text, string? Table);
