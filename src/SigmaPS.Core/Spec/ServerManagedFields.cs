using System;
using System.Collections.Generic;

namespace SigmaPS.Core.Spec;

/// <summary>The server-managed fields: top-level keys that the service sets. The content excludes them, and a PUT omits them.</summary>
/// <remarks>The list includes name and description, because the service ignores them in a PUT. They are changed through the file.</remarks>
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

    /// <summary>Whether a PUT omits a top-level key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>True for a server-managed field.</returns>
    public static bool Holds(string key) => All.Contains(key);
}
