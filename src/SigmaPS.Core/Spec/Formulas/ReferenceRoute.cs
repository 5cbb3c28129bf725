namespace SigmaPS.Core.Spec.Formulas;

/// <summary>The way by which a reference gets to what it names.</summary>
internal enum ReferenceRoute
{
    /// <summary>The element's own things and the model's controls: [Name].</summary>
    Own,

    /// <summary>The element's source: [Source/Column].</summary>
    Source,

    /// <summary>A relationship: [Source/Relationship/Column].</summary>
    Relationship,

    /// <summary>Another element that is neither; right only inside Lookup() and its kind.</summary>
    Elsewhere,
}
