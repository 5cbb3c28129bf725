namespace SigmaPS.Core.Spec.Edit;

/// <summary>The part of a rename that one plan carries out.</summary>
public enum RenameStep
{
    /// <summary>The item gets the new name, and the old one is gone.</summary>
    Whole,

    /// <summary>The item gets the new name, and a second item keeps the old one for consumers that have not changed yet.</summary>
    Add,

    /// <summary>The second item, which kept the old name, is removed.</summary>
    Finish,

    /// <summary>An earlier publish renamed the item and did not reach every consumer; the others follow.</summary>
    Resume,
}
