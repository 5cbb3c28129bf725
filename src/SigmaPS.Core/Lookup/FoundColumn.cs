using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Api;
using SigmaPS.Core.Spec.Edit;

namespace SigmaPS.Core.Lookup;

/// <summary>A column with what an audit asks of it: its names, its formula, where it comes from, and whether it works.</summary>
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

    // Of an element that no representation shows, the service's own list of columns is all there is.
    internal FoundColumn(ColumnEntry entry)
    {
        Element = ElementId = entry.ElementId;
        ColumnId = entry.ColumnId;
        Name = entry.Name ?? entry.ColumnId;
        Formula = entry.Formula ?? "";
        Pointer = "";
        Origins = Array.Empty<ColumnOrigin>();
    }

    /// <summary>What a person calls the element.</summary>
    public string Element { get; }

    /// <summary>The element's id.</summary>
    public string ElementId { get; }

    /// <summary>The column's id, unique in its element only.</summary>
    public string ColumnId { get; }

    /// <summary>The name it shows.</summary>
    public string Name { get; }

    /// <summary>Its formula.</summary>
    public string Formula { get; }

    /// <summary>Whether it is hidden.</summary>
    public bool Hidden { get; }

    /// <summary>Where it stands in the document; empty where no document shows it.</summary>
    public string Pointer { get; }

    /// <summary>What it comes from in the end.</summary>
    public IReadOnlyList<ColumnOrigin> Origins { get; }

    /// <summary>Why it does not work, as sentences; null where that was not looked at, empty where nothing was found.</summary>
    public IReadOnlyList<string>? Problems { get; internal set; }

    /// <summary>Whether it does not work; null where that was not looked at.</summary>
    public bool? IsBroken => Problems is null ? null : Problems.Any();
}
