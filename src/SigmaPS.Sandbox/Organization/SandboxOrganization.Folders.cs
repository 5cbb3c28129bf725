using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Sandbox;

public sealed partial class SandboxOrganization
{
    private readonly List<string> _unreadable = [];

    /// <summary>The messages of the error items of GET /v2/files.</summary>
    internal IReadOnlyList<string> UnreadableFiles => Locked(() => _unreadable.ToArray());

    /// <summary>Finds a folder by ID; null if there is none.</summary>
    public SandboxFolder? FindFolder(string? id) => Locked(() => _folders.FirstOrDefault(f => f.Id == id));

    /// <summary>Creates the missing folders of a path such as "Finance/Models" and returns the ID of the last.</summary>
    public string AddFolder(string path) => Locked(() =>
    {
        SandboxFolder? folder = null;
        foreach (string name in path.Split('/'))
        {
            string? parent = folder?.Id;
            folder = _folders.FirstOrDefault(f => f.ParentId == parent && f.Name == name)
                ?? AddFolder(NewIds.Stable("folder:" + parent + "/" + name), name, parent, "folder", DateTimeOffset.MinValue);
        }

        return folder!.Id;
    });

    /// <summary>Adds an error item to GET /v2/files in place of a file.</summary>
    public void AddUnreadableFile(string message = "File could not be read") => Locked(() => { _unreadable.Add(message); return true; });

    internal SandboxFolder AddFolder(
        string id,
        string name,
        string? parentId,
        string type,
        DateTimeOffset visibleFrom,
        string? ownerId = null)
    {
        SandboxFolder folder = new()
        {
            Id = id,
            Name = name,
            ParentId = parentId,
            Type = type,
            OwnerId = ownerId ?? ApiUser.Id,
            CreatedBy = ApiUser.Id,
            UpdatedBy = ApiUser.Id,
            CreatedAt = Now,
            UpdatedAt = Now,
            VisibleFrom = visibleFrom,
        };
        _folders.Add(folder);
        return folder;
    }

    /// <summary>The path of a folder, including its name; empty for the root.</summary>
    internal string PathOf(string? folderId)
    {
        List<string> names = [];
        for (SandboxFolder? at = FindFolder(folderId); at is not null; at = FindFolder(at.ParentId))
        {
            names.Insert(0, at.Name);
        }

        return string.Join('/', names);
    }
}
