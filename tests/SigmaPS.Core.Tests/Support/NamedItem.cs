namespace SigmaPS.Core.Tests.Support;

/// <summary>A column or metric with the name that Sigma shows for it, known because the generator chose it.</summary>
internal sealed record NamedItem(string ElementId, string Id, string Shown, bool IsDeclared);
