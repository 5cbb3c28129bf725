using System;
using System.Globalization;

namespace SigmaPS;

/// <summary>A number that .NET cannot represent exactly, for example 1E400 or a decimal of forty digits. Its text is preserved.</summary>
public readonly struct SpecNumber : IFormattable, IEquatable<SpecNumber>
{
    private readonly string _text;

    internal SpecNumber(string text) => _text = text;

    /// <summary>The nearest double.</summary>
    /// <param name="number">The number.</param>
    public static explicit operator double(SpecNumber number) =>
        double.Parse(number.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Whether two numbers have the same text.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True if they have.</returns>
    public static bool operator ==(SpecNumber left, SpecNumber right) => left.Equals(right);

    /// <summary>Whether two numbers have different text.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True if they have.</returns>
    public static bool operator !=(SpecNumber left, SpecNumber right) => !left.Equals(right);

    /// <summary>The number's text in the document.</summary>
    /// <returns>A JSON number.</returns>
    public override string ToString() => _text ?? "0";

    /// <summary>The number's text in the document, in every culture.</summary>
    /// <param name="format">Not used.</param>
    /// <param name="formatProvider">Not used.</param>
    /// <returns>A JSON number.</returns>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <inheritdoc/>
    public bool Equals(SpecNumber other) => string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SpecNumber other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());
}
