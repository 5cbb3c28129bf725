namespace SigmaPS.Sandbox;

/// <summary>A column of a document. Column IDs are unique only within their element.</summary>
internal readonly record struct ColumnKey(string ElementId, string ColumnId);
