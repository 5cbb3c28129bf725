using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Writing;

/// <summary>Optimistic concurrency: finds the base version of a write and compares it with the live version.</summary>
internal static class ConcurrencyCheck
{
    /// <summary>
    /// The base version: the one that the user specified, else the one of the object's provenance, the index or the document. The last two
    /// count only if they belong to the target.
    /// </summary>
    public static long? GetBaseVersion(SpecWriteRequest request) =>
        request.BaseVersion
        ?? (Remembers(request) ? request.Origin!.BaseVersion : default(long?))
        ?? request.IndexVersion
        ?? (request.Document.DataModelId == request.DataModelId ? request.Document.LatestVersion : null);

    /// <summary>Whether the object was read in this process from the target model.</summary>
    public static bool Remembers(SpecWriteRequest request) =>
        request.Origin is { } origin && origin.DataModelId == request.DataModelId && origin.Organization == request.Organization;

    /// <summary>The refusal of a write whose base version is unknown or not live; null if the write may continue.</summary>
    /// <param name="request">The request.</param>
    /// <param name="live">The live spec.</param>
    /// <param name="author">The member who saved the live version; null shows the ID.</param>
    /// <param name="story">A sentence about the changes of others; empty if they are not known.</param>
    public static SigmaEngineException? Check(SpecWriteRequest request, SpecDocument live, string? author = null, string story = "")
    {
        var version = live.LatestVersion ?? 0;
        return request.Protections.IgnoreConflict || request.BaseIsLive
            ? null
            : GetBaseVersion(request) switch
            {
                null => WriteErrors.UnknownBase(request, live, Elsewhere(request)),
                { } known when known == version => null,
                { } other => Conflict(request, live, other, author, story),
            };
    }

    /// <summary>The error of a conflict: the member, the time and the changes.</summary>
    public static SigmaEngineException Conflict(SpecWriteRequest request, SpecDocument live, long basedOn, string? author, string story)
    {
        var changed = story.Length == 0 ? "" : " " + story;
        var member = author ?? live.Root.Text("updatedBy") ?? "an unknown member";
        var time = live.Root.Text("updatedAt") ?? "an unknown time";
        var saved = $"{member} published version {live.LatestVersion} at {time}.{changed}";
        return WriteErrors.StaleBase(request, live, basedOn, saved, MustRunAgain(request));
    }

    // An object that was read from another model has a base version, but not of this model.
    private static string? Elsewhere(SpecWriteRequest request) =>
        request.Origin is { Name: { Length: > 0 } name } && !Remembers(request) ? name : null;

    private static bool MustRunAgain(SpecWriteRequest request) =>
        request.Protections.IgnoreConflict || request.BaseIsLive || request.IsMerged;
}
