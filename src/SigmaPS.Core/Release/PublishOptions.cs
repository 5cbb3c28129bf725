using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace SigmaPS.Core.Release;

/// <summary>How a plan is published.</summary>
public sealed class PublishOptions
{
    /// <summary>Makes the options.</summary>
    /// <param name="approved">The approved models of the plan.</param>
    public PublishOptions(IEnumerable<ReleaseItem> approved) => Approved = new HashSet<ReleaseItem>(approved);

    /// <summary>The approved models of the plan.</summary>
    public ISet<ReleaseItem> Approved { get; }

    /// <summary>Whether the run begins with no other model after one has failed.</summary>
    public bool StopsOnError { get; init; } = true;

    /// <summary>The tag for every model that equals its file; null for none.</summary>
    public string? Tag { get; init; }

    /// <summary>The parent of the folder of the run; null for .sigma/runs beside the models.</summary>
    public string? RunFolder { get; init; }

    /// <summary>Approves the update of a model that refers to IDs that Sigma reassigned in the run; null approves each one.</summary>
    public Func<ReleaseItem, Task<bool>>? ApproveRepair { get; init; }
}
