namespace SigmaPS.Core.Spec.Edit;

/// <summary>The part of a rename that one plan carries out.</summary>
public enum RenameStep
{
    /// <summary>The item gets the new name, and the old name is removed.</summary>
    Whole,

    /// <summary>The item gets the new name, and a second item keeps the old one for consumers that have not changed yet.</summary>
    Add,

    /// <summary>The second item with the old name is removed.</summary>
    Finish,

    /// <summary>An earlier publish renamed the item but did not change every consumer; the others follow.</summary>
    Resume,
}
