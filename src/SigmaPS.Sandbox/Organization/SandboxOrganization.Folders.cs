using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Sandbox;

public sealed partial class SandboxOrganization
{
    private readonly List<string> _unreadable = [];

    /// <summary>What the error items of GET /v2/files say.</summary>
    internal IReadOnlyList<string> UnreadableFiles => Locked(() => _unreadable.ToArray());

    /// <summary>The folder of that id, or null.</summary>
    public SandboxFolder? FindFolder(string? id) => Locked(() => _folders.FirstOrDefault(f => f.Id == id));

    /// <summary>Makes the folders of a path such as "Finance/Models" where they are missing; the id of the last.</summary>
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

    /// <summary>GET /v2/files lists an error item in place of a file.</summary>
    public void AddUnreadableFile(string message = "File could not be read") => Locked(() => { _unreadable.Add(message); return true; });

    internal SandboxFolder AddFolder(string id, string name, string? parentId, string type, DateTimeOffset visibleFrom, string? ownerId = null)
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

    /// <summary>The path of a folder, its own name last; empty for the root.</summary>
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
