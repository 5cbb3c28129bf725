using System.Collections.Generic;

namespace SigmaPS.Core.Usage;

/// <summary>A data model of the list, with the version of each of its tags.</summary>
internal sealed record ListedModel(
    DocumentHead Head,
    IReadOnlyDictionary<string, long> TaggedVersions,
    IReadOnlyDictionary<string, string> TagNames);
