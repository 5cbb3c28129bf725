namespace SigmaPS.Core.Spec.Formulas;

/// <summary>A function of another tool that people write in Sigma's formulas.</summary>
public sealed class ForeignFunction(string name, string form, string? tool, bool hasSameArguments, bool isDoubtful)
{
    /// <summary>Its name in the other tool.</summary>
    public string Name { get; } = name;

    /// <summary>The form that Sigma has for it.</summary>
    public string Form { get; } = form;

    /// <summary>The tool, for example SQL; null where several have it.</summary>
    public string? Tool { get; } = tool;

    /// <summary>Whether the form is a function that takes the same arguments in the same order.</summary>
    public bool HasSameArguments { get; } = hasSameArguments;

    /// <summary>Whether Sigma's own notes use the name, so that it may exist.</summary>
    public bool IsDoubtful { get; } = isDoubtful;
}
