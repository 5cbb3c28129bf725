using System.Collections.Generic;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Writing;

/// <summary>
/// The base rule for name and description, which no version counts: what is not changed is left alone, and what somebody else has changed
/// is not overwritten unseen.
/// </summary>
internal static class NameConflictCheck
{
    /// <summary>
    /// The name and the description that a write gives; null for each that stays. Only what differs from the base counts as a wish, and a
    /// missing key clears nothing.
    /// </summary>
    /// <param name="request">The wish.</param>
    /// <param name="live">What is live.</param>
    public static (string? Name, string? Description) GetDesiredNames(SpecWriteRequest request, SpecDocument live)
    {
        RequireText(request);
        var (known, wish) = (Base(request), GetDesiredNames(request));
        return (
            New(wish.Name, known is not null && wish.Name == (known.Name ?? ""), live.Name),
            New(wish.Description, known?.IsDescribedAs(wish.Description) == true, live.Description));

        static string? New(string? wish, bool isBase, string? live) => wish is not null && !isBase && wish != (live ?? "") ? wish : null;
    }

    /// <summary>Whether somebody else has changed what this write would change; null where nobody has.</summary>
    /// <param name="plan">The write.</param>
    public static SigmaEngineException? Check(SpecWritePlan plan)
    {
        if (plan.Request.Protections.IgnoreConflict || plan.Request.BaseIsLive || Base(plan.Request) is not { } known)
        {
            return null;
        }

        var conflict = DescribeConflict(known, plan.Live, plan.NewName is not null, plan.NewDescription is not null);
        return conflict.Length == 0
            ? null
            : new SigmaEngineException(
                ErrorCode.SpecConflict,
                $"Somebody has renamed the model \"{known.Name}\" or described it anew since {Since(plan.Request)}: {conflict}. "
                    + $"{(plan.Request.ResultingNames is null ? "Read it again and repeat the edit" : "Look at it")}, or say "
                    + "-IgnoreConflict to overwrite that."
            )
            {
                Target = plan.Request.DataModelId,
                Switch = "IgnoreConflict",
            };
    }

    /// <summary>What somebody has changed since a run that has not, as a sentence; null where nobody has.</summary>
    /// <param name="plan">The write that puts the run back.</param>
    public static string? RetainedNames(SpecWritePlan plan)
    {
        if (plan.Request.ResultingNames is not { } left)
        {
            return null;
        }

        var wish = GetDesiredNames(plan.Request);
        var conflict = DescribeConflict(left, plan.Live, wish.Name == left.Name, left.IsDescribedAs(wish.Description));
        return conflict.Length == 0
            ? null
            : $"\"{left.Name}\" was renamed or described anew since {Since(plan.Request)}, which had not done so: {conflict}. That stays; "
                + "-IgnoreConflict puts back what was there before the run.";
    }

    // A wish that is none must not be passed over, and not come up after the content is published.
    private static void RequireText(SpecWriteRequest request)
    {
        var root = ConcurrencyCheck.Remembers(request) ? request.Document.Root : new JsonObject();
        foreach (var key in new[] { "name", "description" })
        {
            var problem = root[key] switch
            {
                null or JsonNull => null,
                JsonString text => key == "name" && string.IsNullOrWhiteSpace(text.Value) && request.Origin!.Name != text.Value
                    ? "blank; a data model has a name"
                    : null,
                { Kind: var kind } => $"{(kind is "array" or "object" ? "an" : "a")} {kind}, not text",
            };
            if (problem is not null)
            {
                throw new SigmaEngineException(
                    ErrorCode.InvalidSpec,
                    $"'{key}' is {problem}. Set it to the text that is meant, or take the key out to leave it as it is live.")
                {
                    Target = request.DataModelId,
                };
            }
        }
    }

    // What a write builds on; null where the wish counts whatever is there.
    private static NameAndDescription? Base(SpecWriteRequest request) =>
        ConcurrencyCheck.Remembers(request)
            ? new NameAndDescription(request.Origin!.Name, request.Origin.Description)
            : request.ResultingNames;

    private static NameAndDescription GetDesiredNames(SpecWriteRequest request) =>
        ConcurrencyCheck.Remembers(request)
            ? new NameAndDescription(request.Document.Name, request.Document.Description)
            : new NameAndDescription(request.DesiredName, request.DesiredDescription);

    private static string Since(SpecWriteRequest request) => request.ResultingNames is null ? "it was read" : "that run";

    private static string DescribeConflict(NameAndDescription known, SpecDocument live, bool asksName, bool asksDescription)
    {
        var conflict = new List<string>();
        if (asksName && live.Name != known.Name)
        {
            conflict.Add($"live it is called \"{live.Name}\"");
        }

        if (asksDescription && !known.IsDescribedAs(live.Description))
        {
            conflict.Add(
                string.IsNullOrEmpty(live.Description) ? "live it has no description" : $"live it is described as \"{live.Description}\"");
        }

        return string.Join(", ", conflict);
    }
}
