using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Api;
using SigmaPS.Core.Spec.Edit;

namespace SigmaPS.Core.Lookup;

/// <summary>A column with its names, its formula, its origins and its problems.</summary>
public sealed class FoundColumn
{
    internal FoundColumn(SpecColumnEntry entry, IReadOnlyList<ColumnOrigin> origins)
    {
        Element = entry.Element;
        ElementId = entry.ElementId;
        ColumnId = entry.Id;
        Name = entry.Name;
        Formula = entry.Formula;
        Hidden = entry.Hidden;
        Pointer = entry.Pointer;
        Origins = origins;
    }

    // An element that a spec cannot represent appears only in the service's list of columns.
    internal FoundColumn(ColumnEntry entry)
    {
        Element = ElementId = entry.ElementId;
        ColumnId = entry.ColumnId;
        Name = entry.Name ?? entry.ColumnId;
        Formula = entry.Formula ?? "";
        Pointer = "";
        Origins = Array.Empty<ColumnOrigin>();
    }

    /// <summary>The display name of the element.</summary>
    public string Element { get; }

    /// <summary>The element's ID.</summary>
    public string ElementId { get; }

    /// <summary>The column's ID, unique only within its element.</summary>
    public string ColumnId { get; }

    /// <summary>The display name.</summary>
    public string Name { get; }

    /// <summary>Its formula.</summary>
    public string Formula { get; }

    /// <summary>Whether it is hidden.</summary>
    public bool Hidden { get; }

    /// <summary>The JSON pointer in the document; empty if no document contains the column.</summary>
    public string Pointer { get; }

    /// <summary>The origins outside the model.</summary>
    public IReadOnlyList<ColumnOrigin> Origins { get; }

    /// <summary>The problems, as sentences; null if they were not checked, empty if there are none.</summary>
    public IReadOnlyList<string>? Problems { get; internal set; }

    /// <summary>Whether it has problems; null if they were not checked.</summary>
    public bool? IsBroken => Problems is null ? null : Problems.Any();
}
