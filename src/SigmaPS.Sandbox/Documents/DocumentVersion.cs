using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>One published version of a workbook or report.</summary>
public sealed class DocumentVersion
{
    private readonly Func<JsonArray> _pages;
    private readonly Func<JsonArray, IReadOnlyDictionary<ColumnKey, BoundColumn>> _bind;
    private readonly IReadOnlyDictionary<ColumnKey, BoundColumn>? _bound;

    /// <summary>Creates a version and binds its references now, as Sigma's editor does.</summary>
    internal DocumentVersion(
        int number,
        JsonArray pages,
        string publishedBy,
        DateTimeOffset publishedAt,
        Func<JsonArray, IReadOnlyDictionary<ColumnKey, BoundColumn>> bind)
        : this(number, () => pages, publishedBy, publishedAt, bind) => _bound = bind(pages);

    /// <summary>Creates a version whose pages are generated at each request, so that thousands of versions need no memory.</summary>
    internal DocumentVersion(
        int number,
        Func<JsonArray> pages,
        string publishedBy,
        DateTimeOffset publishedAt,
        Func<JsonArray, IReadOnlyDictionary<ColumnKey, BoundColumn>> bind)
    {
        Number = number;
        PublishedBy = publishedBy;
        PublishedAt = publishedAt;
        _pages = pages;
        _bind = bind;
    }

    public int Number { get; }

    public string PublishedBy { get; }

    public DateTimeOffset PublishedAt { get; }

    internal (JsonArray Pages, IReadOnlyDictionary<ColumnKey, BoundColumn> Bound) Read()
    {
        JsonArray pages = _pages();
        return (pages, _bound ?? _bind(pages));
    }
}
