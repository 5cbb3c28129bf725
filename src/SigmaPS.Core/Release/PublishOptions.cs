using System.Collections.Generic;

namespace SigmaPS.Core.Release;

/// <summary>How a plan is carried out.</summary>
public sealed class PublishOptions
{
    /// <summary>Makes the options.</summary>
    /// <param name="approved">The models of the plan that are meant.</param>
    public PublishOptions(IEnumerable<ReleaseItem> approved) => Approved = new HashSet<ReleaseItem>(approved);

    /// <summary>The models of the plan that are meant.</summary>
    public ISet<ReleaseItem> Approved { get; }

    /// <summary>Whether nothing more is begun when a model has failed.</summary>
    public bool StopsOnError { get; init; } = true;

    /// <summary>The tag that every model gets which is as the folder says; null for none.</summary>
    public string? Tag { get; init; }

    /// <summary>The folder for the run's own folder; null for .sigma/runs beside the models.</summary>
    public string? RunFolder { get; init; }
}
