namespace SigmaPS.Core.Spec.Json;

/// <summary>Creates the values that the JSON reader parses: the engine's own tree, or the objects that PowerShell shows.</summary>
/// <remarks>Values are opaque to the reader. Offsets count UTF-16 units from the start of the text.</remarks>
public interface IObjectBuilder
{
    /// <summary>Starts an object; members follow in document order.</summary>
    /// <param name="offset">The offset of its brace.</param>
    /// <returns>The object under construction.</returns>
    object BeginObject(int offset);

    /// <summary>Adds a finished member.</summary>
    /// <param name="owner">The result of <see cref="BeginObject"/>.</param>
    /// <param name="name">The name, unescaped.</param>
    /// <param name="value">The finished value.</param>
    /// <exception cref="Spec.Json.NotRepresentableException">The target cannot represent this member.</exception>
    void AddMember(object owner, string name, object? value);

    /// <summary>Starts an array.</summary>
    /// <param name="offset">The offset of its bracket.</param>
    /// <returns>The array under construction.</returns>
    object BeginArray(int offset);

    /// <summary>Adds a finished item.</summary>
    /// <param name="owner">The result of <see cref="BeginArray"/>.</param>
    /// <param name="value">The finished value.</param>
    void AddItem(object owner, object? value);

    /// <summary>Creates a string.</summary>
    /// <param name="value">The text, unescaped.</param>
    /// <param name="offset">The offset of its opening quote.</param>
    /// <returns>The value.</returns>
    object? Text(string value, int offset);

    /// <summary>Creates a number.</summary>
    /// <param name="text">The number exactly as written.</param>
    /// <param name="offset">The offset of its first character.</param>
    /// <returns>The value.</returns>
    object? Number(string text, int offset);

    /// <summary>Creates a boolean.</summary>
    /// <param name="value">The value.</param>
    /// <param name="offset">The offset of its first character.</param>
    /// <returns>The value.</returns>
    object? Boolean(bool value, int offset);

    /// <summary>Creates a null.</summary>
    /// <param name="offset">The offset of its first character.</param>
    /// <returns>The value.</returns>
    object? Null(int offset);
}
