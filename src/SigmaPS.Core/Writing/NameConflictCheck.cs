using System.Collections.Generic;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Writing;

/// <summary>
/// Optimistic concurrency for name and description, which are not part of a version: an unchanged value is not sent, and a value that
/// another person changed is not overwritten unseen.
/// </summary>
internal static class NameConflictCheck
{
    /// <summary>
    /// The name and the description to set; null for each that stays. Only a value that differs from the base is set. A missing key does
    /// not clear a value.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="live">The live spec.</param>
    public static (string? Name, string? Description) GetDesiredNames(SpecWriteRequest request, SpecDocument live)
    {
        RequireText(request);
        var (known, wish) = (Base(request), GetDesiredNames(request));
        return (
            New(wish.Name, known is not null && wish.Name == (known.Name ?? ""), live.Name),
            New(wish.Description, known?.IsDescribedAs(wish.Description) == true, live.Description));

        static string? New(string? desired, bool isBase, string? live) =>
            desired is not null && !isBase && desired != (live ?? "") ? desired : null;
    }

    /// <summary>The conflict if another person changed a value that this write changes; null without one.</summary>
    /// <param name="plan">The write.</param>
    public static SigmaEngineException? Check(SpecWritePlan plan)
    {
        if (plan.Request.Protections.IgnoreConflict || plan.Request.BaseIsLive || Base(plan.Request) is not { } known)
        {
            return null;
        }

        var conflict = DescribeConflict(known, plan.Live, plan.NewName is not null, plan.NewDescription is not null);
        return conflict.Length == 0 ? null : WriteErrors.ChangedNames(plan.Request, known.Name, conflict);
    }

    /// <summary>A sentence about a name or description that another person, not the undone run, changed; null without one.</summary>
    /// <param name="plan">The write that undoes the run.</param>
    public static string? RetainedNames(SpecWritePlan plan)
    {
        if (plan.Request.ResultingNames is not { } left)
        {
            return null;
        }

        var desired = GetDesiredNames(plan.Request);
        var conflict = DescribeConflict(left, plan.Live, desired.Name == left.Name, left.IsDescribedAs(desired.Description));
        return conflict.Length == 0
            ? null
            : $"The name or description of \"{left.Name}\" was changed since that run, which had not changed it: {conflict}. "
                + "The new value stays. To restore the value from before the run, add -IgnoreConflict.";
    }

    // Reject an invalid name now, before the content is sent.
    private static void RequireText(SpecWriteRequest request)
    {
        var root = ConcurrencyCheck.Remembers(request) ? request.Document.Root : new JsonObject();
        foreach (var key in new[] { "name", "description" })
        {
            var problem = root[key] switch
            {
                null or JsonNull => null,
                JsonString text => key == "name" && string.IsNullOrWhiteSpace(text.Value) && request.Origin!.Name != text.Value
                    ? "blank, but a data model needs a name"
                    : null,
                JsonArray or JsonObject => $"an {root[key]!.Kind}, not text",
                { Kind: var kind } => $"a {kind}, not text",
            };
            if (problem is not null)
            {
                throw new SigmaEngineException(
                    ErrorCode.InvalidSpec,
                    $"'{key}' is {problem}. Set it to a text, or remove the key to keep the live value.")
                {
                    Target = request.DataModelId,
                };
            }
        }
    }

    // The values that the edit is based on; null if the desired values are set in any case.
    private static NameAndDescription? Base(SpecWriteRequest request) =>
        ConcurrencyCheck.Remembers(request)
            ? new NameAndDescription(request.Origin!.Name, request.Origin.Description)
            : request.ResultingNames;

    private static NameAndDescription GetDesiredNames(SpecWriteRequest request) =>
        ConcurrencyCheck.Remembers(request)
            ? new NameAndDescription(request.Document.Name, request.Document.Description)
            : new NameAndDescription(request.DesiredName, request.DesiredDescription);

    private static string DescribeConflict(NameAndDescription known, SpecDocument live, bool asksName, bool asksDescription)
    {
        var conflict = new List<string>();
        if (asksName && live.Name != known.Name)
        {
            conflict.Add($"the live name is \"{live.Name}\"");
        }

        if (asksDescription && !known.IsDescribedAs(live.Description))
        {
            conflict.Add(
                string.IsNullOrEmpty(live.Description)
                    ? "the live description is empty"
                    : $"the live description is \"{live.Description}\"");
        }

        return string.Join(", ", conflict);
    }
}
