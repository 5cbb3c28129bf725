using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>One published version of a model. It is immutable.</summary>
public sealed class ModelVersion
{
    internal ModelVersion(
        int number,
        JsonArray pages,
        string createdBy,
        DateTimeOffset createdAt,
        IReadOnlyList<UnrepresentedElement> unrepresented)
    {
        Number = number;
        Pages = pages;
        CreatedBy = createdBy;
        CreatedAt = createdAt;
        Unrepresented = unrepresented;
    }

    public int Number { get; }

    public string CreatedBy { get; }

    public DateTimeOffset CreatedAt { get; }

    /// <summary>Elements that GET elements lists and a spec cannot represent (spec.md section 12).</summary>
    public IReadOnlyList<UnrepresentedElement> Unrepresented { get; }

    /// <summary>The pages as stored, as JSON text.</summary>
    public string PagesText => SpecText.Write(Pages);

    internal JsonArray Pages { get; }

    /// <summary>The targets of this version's references to other models when it was published.</summary>
    internal ModelBindings? Bindings { get; init; }

    /// <summary>Copies the version with formulas that Sigma rewrote.</summary>
    internal ModelVersion Reprinted(JsonArray pages, ModelBindings bindings) =>
        new(Number, pages, CreatedBy, CreatedAt, Unrepresented) { Bindings = bindings };
}
