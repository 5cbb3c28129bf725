namespace SigmaPS.Core.Usage;

/// <summary>Keeps the index: one entry per document, each complete by itself.</summary>
public interface IUsageStore
{
    /// <summary>Where the entries are, for a person; null for memory.</summary>
    string? Place { get; }

    /// <summary>An entry.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The text; null where there is none, or it cannot be read.</returns>
    string? Read(string name);

    /// <summary>The first line of an entry, without reading the rest.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The line; null where there is none, or it cannot be read.</returns>
    string? ReadFirstLine(string name);

    /// <summary>Writes an entry; a reader sees the old text or the new one, never a part.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">The text.</param>
    void Write(string name, string text);

    /// <summary>Removes all entries.</summary>
    /// <returns>How many there were.</returns>
    int Clear();
}
