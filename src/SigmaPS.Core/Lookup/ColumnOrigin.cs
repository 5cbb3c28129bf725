using System;

namespace SigmaPS.Core.Lookup;

/// <summary>Something outside a model's own elements that columns come from.</summary>
public sealed class ColumnOrigin : IEquatable<ColumnOrigin>
{
    internal ColumnOrigin(string text, string? table)
    {
        Text = text;
        Table = table;
    }

    /// <summary>The path of a warehouse table with dots between its steps, or in words what else it is.</summary>
    public string Text { get; }

    /// <summary>The name of a warehouse table, the last step of its path; null for whatever is none.</summary>
    public string? Table { get; }

    /// <inheritdoc/>
    public bool Equals(ColumnOrigin? other) => other is not null && Text == other.Text && Table == other.Table;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ColumnOrigin);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);
}
