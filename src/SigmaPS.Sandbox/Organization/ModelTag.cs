using System;

namespace SigmaPS.Sandbox;

/// <summary>A version tag on a model.</summary>
public sealed record ModelTag(string VersionTagId, string Name, int SourceVersion, DateTimeOffset TaggedAt);
