namespace SigmaPS.Sandbox;

/// <summary>A column of a document: column IDs are unique in their element only.</summary>
internal readonly record struct ColumnKey(string ElementId, string ColumnId);
