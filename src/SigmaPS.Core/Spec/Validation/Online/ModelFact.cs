using System.Collections.Generic;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Another model as the organisation knows it.</summary>
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

    /// <summary>Its representation.</summary>
    public SpecDocument Spec { get; }

    /// <summary>The ids of all its elements, those too that no representation shows.</summary>
    public ISet<string> Elements { get; }
}
