using System;
using System.Globalization;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.History;

/// <summary>One published version as Sigma gives it.</summary>
internal sealed record PublishedVersion(SpecDocument Document)
{
    /// <summary>Its number.</summary>
    public long Number => Document.Version ?? Document.LatestVersion ?? 0;

    /// <summary>When it was saved; null where the spec does not show it.</summary>
    public DateTimeOffset? SavedAt
    {
        get
        {
            var text = Document.Root.Text("updatedAt");
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
        }
    }

    /// <summary>The ID of the member who saved it; empty where the spec does not show it.</summary>
    public string SavedBy => Document.Root.Text("updatedBy") ?? "";

    /// <summary>Whether it was saved before a moment. A version without a time counts as later.</summary>
    public bool IsBefore(DateTimeOffset? moment) => moment is { } since && SavedAt is { } at && at < since;

    /// <summary>A model before its first version.</summary>
    public static SpecDocument Empty()
    {
        var root = new JsonObject();
        root.Add("schemaVersion", new JsonNumber("1"));
        root.Add("pages", new JsonArray());
        return SpecDocument.From(root, "An empty model");
    }
}
