using System;
using System.Globalization;
using System.Numerics;

namespace SigmaPS;

/// <summary>Builds the objects that PowerShell shows.</summary>
internal sealed class SpecNodeBuilder : Core.Spec.Json.IObjectBuilder
{
    private static readonly SpecNodeBuilder Instance = new();
    private static readonly object True = true;
    private static readonly object False = false;

    /// <summary>Builds a complete spec.</summary>
    /// <param name="document">The spec.</param>
    /// <param name="origin">Where it came from; null where that is not known.</param>
    /// <exception cref="Core.Spec.Json.NotRepresentableException">An object has a duplicate key.</exception>
    public static SpecNode Build(Core.Spec.SpecDocument document, Core.Writing.SpecProvenance? origin)
    {
        var root = (SpecNode)Build(document.Root)!;
        root.Origin = origin;
        return root;
    }

    /// <summary>Builds any value.</summary>
    /// <exception cref="Core.Spec.Json.NotRepresentableException">An object has a duplicate key.</exception>
    public static object? Build(Core.Spec.Json.JsonValue value) => Core.Spec.Json.JsonTree.Build(value, Instance);

    /// <summary>Reads any value.</summary>
    public static object? ReadValue(string text) => Core.Spec.Json.JsonReader.Read(text, Instance);

    public object BeginObject(int offset) => new SpecNode();

    public void AddMember(object owner, string name, object? value)
    {
        var node = (SpecNode)owner;
        if (node.HasExactly(name))
        {
            throw new Core.Spec.Json.NotRepresentableException($"an object has the key \"{name}\" twice");
        }

        node.Put(name, value);
    }

    public object BeginArray(int offset) => new SpecList();

    public void AddItem(object owner, object? value) => ((SpecList)owner).Add(value);

    public object Text(string value, int offset) => value;

    // Use the narrowest .NET number that round-trips the text, else a double of the same value whose text is kept.
    public object Number(string text, int offset)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) && text != "-0")
        {
            return whole;
        }

        if (
            decimal.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var exact) && string.Equals(exact.ToString(CultureInfo.InvariantCulture), text, StringComparison.Ordinal))
        {
            return exact;
        }

        return text.IndexOfAny(new[] { '.', 'e', 'E' }) < 0 && text != "-0"
            ? BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            : ExactNumbers.Double(text) ?? new SpecNumber(text);
    }

    public object Boolean(bool value, int offset) => value ? True : False;

    public object? Null(int offset) => null;
}
