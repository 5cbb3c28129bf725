using System;

namespace SigmaPS.Core.Lookup;

/// <summary>A source of columns outside a model's own elements.</summary>
public sealed class ColumnOrigin : IEquatable<ColumnOrigin>
{
    internal ColumnOrigin(string text, string? table)
    {
        Text = text;
        Table = table;
    }

    /// <summary>The path of a warehouse table, joined by dots, or a description of another source.</summary>
    public string Text { get; }

    /// <summary>The name of a warehouse table, the last part of its path; null for other sources.</summary>
    public string? Table { get; }

    /// <inheritdoc/>
    public bool Equals(ColumnOrigin? other) => other is not null && Text == other.Text && Table == other.Table;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ColumnOrigin);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);
}
