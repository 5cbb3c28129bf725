using System;

namespace SigmaPS.Sandbox;

/// <summary>A version tag on a workbook or report. The tagged copy has a separate ID.</summary>
public sealed record DocumentTag(string VersionTagId, string Name, int SourceVersion, string TaggedDocumentId, DateTimeOffset TaggedAt);
