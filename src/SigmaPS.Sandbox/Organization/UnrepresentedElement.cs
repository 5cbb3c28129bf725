using System.Collections.Generic;

namespace SigmaPS.Sandbox;

/// <summary>An element no representation shows: an input table, a Python element, a text.</summary>
public sealed record UnrepresentedElement(string Id, string Name, string Type, IReadOnlyList<string> Columns);
