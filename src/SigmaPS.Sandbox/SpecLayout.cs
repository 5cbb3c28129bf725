namespace SigmaPS.Sandbox;

/// <summary>The layout of a spec, which changed over time (spec.md section 13).</summary>
public enum SpecLayout
{
    /// <summary>
    /// The help page's layout: schemaVersion before ownerId, elements as id, name, kind, source, columns; columns as id, name, formula;
    /// names always present; no order.
    /// </summary>
    Seed2025,

    /// <summary>The canonical key order of newer exports: schemaVersion after updatedAt, names after columns and only if set, order
    /// present.</summary>
    Current,
}
