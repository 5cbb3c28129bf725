using System;
using System.Collections.Generic;

namespace SigmaPS.Core.Spec;

/// <summary>The top-level keys that belong to the service, not to the content: a PUT goes out without them.</summary>
/// <remarks>Name and description are in the list because the service ignores them in a PUT; they are changed through the file.</remarks>
public static class ServerManagedFields
{
    private static readonly HashSet<string> All = new(StringComparer.Ordinal)
    {
        "dataModelId",
        "url",
        "documentVersion",
        "latestDocumentVersion",
        "ownerId",
        "folderId",
        "createdBy",
        "updatedBy",
        "createdAt",
        "updatedAt",
        "name",
        "description",
    };

    /// <summary>Whether a top-level key is taken out before a PUT.</summary>
    /// <param name="key">The key.</param>
    /// <returns>True when it is.</returns>
    public static bool Holds(string key) => All.Contains(key);
}
