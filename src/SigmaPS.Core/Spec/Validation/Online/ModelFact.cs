using System.Collections.Generic;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Another model of the organization.</summary>
internal sealed class ModelFact
{
    public ModelFact(SpecDocument spec, ISet<string> elements, DisplayNames? names = null)
    {
        Spec = spec;
        Elements = elements;
        Names = names ?? new DisplayNames(spec);
    }

    /// <summary>Its display names.</summary>
    public DisplayNames Names { get; }

    /// <summary>Its spec.</summary>
    public SpecDocument Spec { get; }

    /// <summary>The IDs of all its elements, including those that the spec does not show.</summary>
    public ISet<string> Elements { get; }
}
