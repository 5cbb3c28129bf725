using System.Collections.Generic;
using SigmaPS.Core.Files;

namespace SigmaPS.Core.Release;

/// <summary>The content of .sigma/ENV.json.</summary>
internal sealed record ReleaseStateContent : StateContent
{
    public string? Organization { get; init; }

    /// <summary>The live model of each file.</summary>
    public IReadOnlyDictionary<string, string?>? Models { get; init; }
}
