namespace SigmaPS.Commands;

/// <summary>The data models to list.</summary>
public enum ModelScope
{
    /// <summary>The models that the owner of the credentials may see.</summary>
    Individual,

    /// <summary>All models of the organization, which only an admin may list.</summary>
    Organization,
}
