using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Writing;

/// <summary>No blind overwrite: which version a write builds on, and what follows when live is another.</summary>
internal static class ConcurrencyCheck
{
    /// <summary>
    /// The base, in the order of the design: said, remembered, in the folder's index, in the body; the last two only for the target itself.
    /// </summary>
    public static long? GetBaseVersion(SpecWriteRequest request) =>
        request.BaseVersion
        ?? (Remembers(request) ? request.Origin!.BaseVersion : default(long?))
        ?? request.IndexVersion
        ?? (request.Document.DataModelId == request.DataModelId ? request.Document.LatestVersion : null);

    /// <summary>Whether the object was read in this process from this very model.</summary>
    public static bool Remembers(SpecWriteRequest request) =>
        request.Origin is { } origin && origin.DataModelId == request.DataModelId && origin.Organization == request.Organization;

    /// <summary>What speaks against writing onto the live version; null when nothing does.</summary>
    /// <param name="request">The wish.</param>
    /// <param name="live">What is live.</param>
    /// <param name="author">Who saved the live version; null shows the ID.</param>
    /// <param name="story">What others have changed, as a sentence; empty where it is not known.</param>
    public static SigmaEngineException? Check(SpecWriteRequest request, SpecDocument live, string? author = null, string story = "")
    {
        var version = live.LatestVersion ?? 0;
        return request.Protections.IgnoreConflict || request.BaseIsLive
            ? null
            : GetBaseVersion(request) switch
            {
                null => new SigmaEngineException(
                    ErrorCode.SpecNoBase,
                    $"It is not known which version of \"{live.Name}\" this spec builds on; live is version {version}. Read the model "
                        + $"again and edit that, or say -BaseDocumentVersion {version} if you have looked at it, or -IgnoreConflict to "
                        + "overwrite whatever is there."
                )
                {
                    Target = request.DataModelId,
                    Switch = "IgnoreConflict",
                },
                { } known when known == version => null,
                { } other => Conflict(request, live, other, author, story),
            };
    }

    /// <summary>The conflict as an error: who, when, and what they changed.</summary>
    public static SigmaEngineException Conflict(SpecWriteRequest request, SpecDocument live, long basedOn, string? author, string story)
    {
        var changed = story.Length == 0 ? "" : " " + story;
        return new SigmaEngineException(
            ErrorCode.SpecConflict,
            $"\"{live.Name}\" has moved on: this spec builds on version {basedOn}, live is version {live.LatestVersion}, saved by "
                + $"{author ?? live.Root.Text("updatedBy") ?? "an unknown member"} at "
                + $"{live.Root.Text("updatedAt") ?? "an unknown time"}.{changed} "
                + $"{(MustRunAgain(request) ? "That happened while this write was on its way; look at what is live, then run the command again." : "Read it again and repeat the edit, or use -IgnoreConflict to overwrite that work.")}"
        )
        {
            Target = request.DataModelId,
            Switch = MustRunAgain(request) ? null : "IgnoreConflict",
        };
    }

    private static bool MustRunAgain(SpecWriteRequest request) => request.Protections.IgnoreConflict || request.BaseIsLive || request.IsMerged;
}
