using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>Models that are read together, so that a name is resolved through the elements of one model that another one reads.</summary>
internal sealed class LinkedModels
{
    private readonly IReadOnlyList<string?> _ids;

    public LinkedModels(SpecDocument document)
    {
        Documents = new[] { document };
        _ids = new[] { document.DataModelId };
    }

    /// <summary>Links models.</summary>
    /// <param name="models">The models with their IDs; a file can lack the ID in its text.</param>
    public LinkedModels(IReadOnlyList<(string? Id, SpecDocument Document)> models)
    {
        _ids = models.Select(model => model.Id).ToList();
        Documents = models.Select(model => model.Document).ToList();
    }

    /// <summary>The documents.</summary>
    public IReadOnlyList<SpecDocument> Documents { get; }

    /// <summary>The scopes, as the documents are now.</summary>
    public IReadOnlyList<ModelScope> Read()
    {
        if (Documents.Count == 1)
        {
            return new[] { new ModelScope(Documents[0]) };
        }

        var names = new Dictionary<string, DisplayNames>(StringComparer.OrdinalIgnoreCase);
        var scopes = new Dictionary<string, ModelScope>(StringComparer.OrdinalIgnoreCase);
        var all = new List<ModelScope>();
        var read = Documents
            .Select(
                (document, at) =>
                    new DisplayNames(document.Elements, _ids[at], null, id => names.TryGetValue(id, out var found) ? found : null))
            .ToList();
        for (var at = 0; at < Documents.Count; at++)
        {
            all.Add(new ModelScope(Documents[at], read[at], id => scopes.TryGetValue(id, out var found) ? found : null));
            if (_ids[at] is { } id)
            {
                names[id] = read[at];
                scopes[id] = all[at];
            }
        }

        return all;
    }
}
