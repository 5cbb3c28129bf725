using System;
using System.Collections.Generic;
using SigmaPS.Core.Api;

namespace SigmaPS.Core.Release;

/// <summary>An environment with its names resolved in the live organization.</summary>
internal sealed class ResolvedEnvironment(ReleaseEnvironment environment, string folderId, string folderPath)
{
    public ReleaseEnvironment Environment { get; } = environment;

    /// <summary>The ID of the folder, which gets the new models.</summary>
    public string FolderId { get; } = folderId;

    /// <summary>The folder's path, as the list of models shows it.</summary>
    public string FolderPath { get; } = folderPath;

    /// <summary>Maps a connection ID of the files to the ID here.</summary>
    public Dictionary<string, string> Connections { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The live connections, for IDs that are not mapped.</summary>
    public List<ConnectionEntry> LiveConnections { get; } = new();

    /// <summary>Maps a member ID of the files to the ID here.</summary>
    public Dictionary<string, string> Users { get; } = new(StringComparer.Ordinal);

    /// <summary>The members whose saves are releases.</summary>
    public HashSet<string> Publishers { get; } = new(StringComparer.Ordinal);

    /// <summary>Maps the ID of a model outside the folder of files to the ID here.</summary>
    public Dictionary<string, string> DataModels { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every live model by its ID.</summary>
    public Dictionary<string, DataModelEntry> All { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The live models of the folder.</summary>
    public List<DataModelEntry> Here { get; } = new();

    /// <summary>The models of the folder that were deployed from another organization and are changed only there.</summary>
    public HashSet<string> Deployed { get; } = new(StringComparer.OrdinalIgnoreCase);
}
