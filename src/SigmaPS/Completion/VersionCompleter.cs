using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;

namespace SigmaPS.Completion;

/// <summary>Version numbers of the model that the line names, newest first.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class VersionCompleter : SafeCompleter
{
    private const int Most = 50;

    private protected override IEnumerable<Candidate> Candidates(IDictionary bound)
    {
        var latest = ModelCompletionCache.GetModel(bound)?.LatestVersion ?? 0;
        for (var version = latest; version > 0 && version > latest - Most; version--)
        {
            yield return new Candidate(version.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
