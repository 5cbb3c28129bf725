using System.Collections.Generic;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Another model of the organization.</summary>
internal sealed class ModelFact(SpecDocument spec, ISet<string> elements, DisplayNames? names = null)
{
    /// <summary>Its display names.</summary>
    public DisplayNames Names { get; } = names ?? new DisplayNames(spec);

    /// <summary>Its spec.</summary>
    public SpecDocument Spec { get; } = spec;

    /// <summary>The IDs of all its elements, including those that the spec does not show.</summary>
    public ISet<string> Elements { get; } = elements;
}
