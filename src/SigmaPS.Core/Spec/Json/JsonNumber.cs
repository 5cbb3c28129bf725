namespace SigmaPS.Core.Spec.Json;

/// <summary>A number with its original notation.</summary>
public sealed class JsonNumber : JsonValue
{
    /// <summary>Creates a number.</summary>
    /// <param name="text">A valid JSON number.</param>
    /// <param name="offset">The offset in the text; -1 for a created value.</param>
    public JsonNumber(string text, int offset = -1) : base(offset) => Text = text;

    /// <summary>The number exactly as written.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public override string Kind => "number";
}
