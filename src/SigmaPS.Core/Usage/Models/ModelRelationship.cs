namespace SigmaPS.Core.Usage;

/// <summary>A relationship of an element; one without a name goes by its target's name.</summary>
internal sealed record ModelRelationship(string Id, string? Name, string TargetId);
