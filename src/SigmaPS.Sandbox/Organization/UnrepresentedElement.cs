using System.Collections.Generic;

namespace SigmaPS.Sandbox;

/// <summary>An element that a spec cannot represent: an input table, a Python element, a text.</summary>
public sealed record UnrepresentedElement(string Id, string Name, string Type, IReadOnlyList<string> Columns);
