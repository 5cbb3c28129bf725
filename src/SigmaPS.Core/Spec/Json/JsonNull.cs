namespace SigmaPS.Core.Spec.Json;

/// <summary>Null, which is not the same as a missing key.</summary>
public sealed class JsonNull : JsonValue
{
    /// <summary>Creates a null.</summary>
    /// <param name="offset">The offset in the text; -1 for a created value.</param>
    public JsonNull(int offset = -1) : base(offset)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "null";
}
