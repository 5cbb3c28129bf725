namespace SigmaPS.Core.Spec.Json;

/// <summary>What the JSON reader builds with: the engine's own tree, or the objects that PowerShell sees.</summary>
/// <remarks>Values are opaque to the reader. Offsets count UTF-16 units from the start of the text.</remarks>
public interface IObjectBuilder
{
    /// <summary>Starts an object; members follow in document order.</summary>
    /// <param name="offset">Where its brace stands.</param>
    /// <returns>The object under construction.</returns>
    object BeginObject(int offset);

    /// <summary>Adds a finished member.</summary>
    /// <param name="owner">What <see cref="BeginObject"/> gave.</param>
    /// <param name="name">The name, unescaped.</param>
    /// <param name="value">The finished value.</param>
    /// <exception cref="Spec.Json.NotRepresentableException">The target cannot hold this member.</exception>
    void AddMember(object owner, string name, object? value);

    /// <summary>Starts an array.</summary>
    /// <param name="offset">Where its bracket stands.</param>
    /// <returns>The array under construction.</returns>
    object BeginArray(int offset);

    /// <summary>Adds a finished item.</summary>
    /// <param name="owner">What <see cref="BeginArray"/> gave.</param>
    /// <param name="value">The finished value.</param>
    void AddItem(object owner, object? value);

    /// <summary>Makes a string.</summary>
    /// <param name="value">The text, unescaped.</param>
    /// <param name="offset">Where its quote stands.</param>
    /// <returns>The value.</returns>
    object? Text(string value, int offset);

    /// <summary>Makes a number.</summary>
    /// <param name="text">The number exactly as it is written.</param>
    /// <param name="offset">Where it starts.</param>
    /// <returns>The value.</returns>
    object? Number(string text, int offset);

    /// <summary>Makes a boolean.</summary>
    /// <param name="value">The value.</param>
    /// <param name="offset">Where it starts.</param>
    /// <returns>The value.</returns>
    object? Boolean(bool value, int offset);

    /// <summary>Makes a null.</summary>
    /// <param name="offset">Where it starts.</param>
    /// <returns>The value.</returns>
    object? Null(int offset);
}
