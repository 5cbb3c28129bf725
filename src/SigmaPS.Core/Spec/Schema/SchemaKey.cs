using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec;

/// <summary>One key of a kind of object.</summary>
/// <param name="Name">The key.</param>
/// <param name="Form">A plain form (text, number, boolean, any …), a list of values, or a kind of object.</param>
internal sealed record SchemaKey(string Name, string Form)
{
    /// <summary>Whether the service needs the key.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it holds a list.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether it holds a list of lists: a list that lost its brackets cannot be told from one of its items.</summary>
    public bool IsListOfLists { get; init; }

    /// <summary>Whether null in this list is an error and never an empty list.</summary>
    public bool IsNeverNull { get; init; }

    /// <summary>Whether the order of its items has a meaning of its own.</summary>
    public bool HasMeaningfulOrder { get; init; }

    /// <summary>The value that Sigma leaves out or writes out; null where there is none.</summary>
    public JsonValue? Default { get; init; }

    /// <summary>What its text names by ID; null where it names nothing.</summary>
    public IdTarget? Target { get; init; }

    /// <summary>The path to the ID of the element whose items are meant; empty for the element itself.</summary>
    public string Scope { get; init; } = "";

    /// <summary>Whether it holds a list of objects.</summary>
    public bool IsListOfObjects => IsList && Schema.Type(Form) is not null;
}
