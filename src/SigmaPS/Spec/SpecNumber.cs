using System;
using System.Globalization;

namespace SigmaPS;

/// <summary>A number that no .NET number can hold with all its digits, for example 1E400 or a decimal of forty digits; its text is kept and written back.</summary>
public readonly struct SpecNumber : IFormattable, IEquatable<SpecNumber>
{
    private readonly string _text;

    internal SpecNumber(string text) => _text = text;

    /// <summary>The nearest double.</summary>
    /// <param name="number">The number.</param>
    public static explicit operator double(SpecNumber number) => double.Parse(number.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Whether two are written alike.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when they are.</returns>
    public static bool operator ==(SpecNumber left, SpecNumber right) => left.Equals(right);

    /// <summary>Whether two are written differently.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when they are.</returns>
    public static bool operator !=(SpecNumber left, SpecNumber right) => !left.Equals(right);

    /// <summary>The number as it is written in the document.</summary>
    /// <returns>A JSON number.</returns>
    public override string ToString() => _text ?? "0";

    /// <summary>The number as it is written in the document, whatever the culture.</summary>
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
