namespace SigmaPS.Core.Usage;

/// <summary>How sure a usage is.</summary>
public enum UsageCertainty
{
    /// <summary>By ID, or by a name that only one item can have.</summary>
    Certain,

    /// <summary>The consumer reads the element, but Sigma does not show which columns; or a name can mean several items.</summary>
    Possible,
}
