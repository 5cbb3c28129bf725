using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Api;
using SigmaPS.Core.Spec.Validation;
using SigmaPS.Core.Spec.Writing;

namespace SigmaPS.Core.Spec.Release;

/// <summary>What a release must not do by accident, beside what every write must not.</summary>
internal static class ReleaseGuards
{
    /// <summary>The live version was saved by somebody who does not publish: what they did would be lost.</summary>
    public static SigmaFaultException? Conflict(ReleaseRequest request, ReleaseTarget target, SpecWritePlan write)
    {
        var by = write.Live.Root.Text("updatedBy");
        return by is null || target.Publishers.Contains(by)
            ? null
            : new SigmaFaultException(FaultKind.SpecConflict, $"\"{write.Name}\" was edited by hand in environment '{request.Environment.Name}': version {write.LiveVersion} was saved by {by} at {write.Live.Root.Text("updatedAt") ?? "an unknown time"}, who is none of its publishers. Bring the edit into the folder first (Get-SigmaDrift shows it), or say -IgnoreConflict to overwrite it.")
            {
                Target = write.Request.DataModelId,
                Switch = "IgnoreConflict",
            };
    }

    /// <summary>A new model with errors is not made.</summary>
    public static IReadOnlyList<SigmaFaultException> OfNew(ReleaseRequest request, ReleaseModel model, IReadOnlyList<SpecIssue> issues)
    {
        var errors = issues.Where(issue => issue.Severity == IssueSeverity.Error).ToList();
        return errors.Count == 0 || request.SkipValidation
            ? Array.Empty<SigmaFaultException>()
            : new[] { new SigmaFaultException(FaultKind.InvalidSpec, $"'{model.File}' has {errors.Count} error{(errors.Count == 1 ? "" : "s")}: {string.Join("; ", errors.Take(10).Select(error => error.Message.TrimEnd('.')))}{(errors.Count > 10 ? $"; and {errors.Count - 10} more" : "")}.") { Target = model.File, Switch = "SkipValidation" } };
    }

    /// <summary>New name and description as sentences.</summary>
    public static IEnumerable<string> Renames(SpecWritePlan write)
    {
        if (write.NewName is { } name)
        {
            yield return $"It is renamed from \"{write.Name}\" to \"{name}\".";
        }

        if (write.NewDescription is not null)
        {
            yield return "It is described anew.";
        }
    }
}
