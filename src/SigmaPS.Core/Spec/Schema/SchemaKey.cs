using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec;

/// <summary>One key of a kind of object.</summary>
/// <param name="Name">The key.</param>
/// <param name="Form">A plain form (text, number, boolean, any …), a list of values, or a kind of object.</param>
internal sealed record SchemaKey(string Name, string Form)
{
    /// <summary>Whether the service requires the key.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether its value is a list.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether its value is a list of lists. A list without its outer brackets cannot be distinguished from one of its
    /// items.</summary>
    public bool IsListOfLists { get; init; }

    /// <summary>Whether null for this list is an error and does not mean an empty list.</summary>
    public bool IsNeverNull { get; init; }

    /// <summary>Whether the order of its items is significant.</summary>
    public bool HasMeaningfulOrder { get; init; }

    /// <summary>The default value, which Sigma omits or writes out; null if there is none.</summary>
    public JsonValue? Default { get; init; }

    /// <summary>The kind of item that its text refers to by ID; null if it is not a reference.</summary>
    public IdTarget? Target { get; init; }

    /// <summary>The path to the ID of the element that contains the item; empty for the element itself.</summary>
    public string Scope { get; init; } = "";

    /// <summary>Whether its value is a list of objects.</summary>
    public bool IsListOfObjects => IsList && Schema.Type(Form) is not null;
}
