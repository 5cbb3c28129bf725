namespace SigmaPS.Core.Spec;

/// <summary>How certain a display name is.</summary>
public enum NameOrigin
{
    /// <summary>The document declares the name.</summary>
    Declared,

    /// <summary>Sigma lists the name for the published model.</summary>
    Live,

    /// <summary>The name follows from the formula or the source by the known rules (spec sheet, section 5.1).</summary>
    Inferred,

    /// <summary>No rule gives a name; the text is the ID.</summary>
    Unknown,
}
