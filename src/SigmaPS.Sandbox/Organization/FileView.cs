using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>Writes a folder or a model as a file. A model and its file have the same inode ID (sigma-api.md section 3.4).</summary>
internal sealed class FileView
{
    private readonly SandboxFolder? _folder;
    private readonly SandboxModel? _model;

    private FileView(SandboxFolder? folder, SandboxModel? model) => (_folder, _model) = (folder, model);

    public string Id => _folder?.Id ?? _model!.Id;

    public string Name => _folder?.Name ?? _model!.Name;

    public string Type => _folder?.Type ?? "data-model";

    public string? ParentId => _folder is null ? _model!.FolderId : _folder.ParentId;

    public bool IsArchived => _folder?.IsArchived ?? _model!.IsArchived;

    public string Permission => _model?.Permission ?? "edit";

    public bool IsDeployed => _model?.ParentSourceUrlId is not null;

    public DateTimeOffset VisibleFrom => _folder?.VisibleFrom ?? _model!.VisibleFrom;

    public static FileView Of(SandboxFolder folder) => new(folder, null);

    public static IEnumerable<FileView> All(SandboxOrganization organization) =>
        organization.Folders.Select(Of).Concat(organization.Models.Select(m => new FileView(null, m)));

    public JsonNode Entry(SandboxOrganization organization)
    {
        // parentId is required, but the root's ID is not published; the organization's ID is used.
        JsonObject entry = new()
        {
            ["id"] = Id,
            ["urlId"] = Base62.Encode(Id),
            ["name"] = Name,
            ["type"] = Type,
            ["parentId"] = ParentId ?? organization.Id,
            ["parentUrlId"] = Base62.Encode(ParentId ?? organization.Id),
            ["permission"] = Permission,
            ["path"] = organization.PathOf(ParentId),
            ["badge"] = _model?.Badge,
            ["isArchived"] = IsArchived,
            ["ownerId"] = _folder?.OwnerId ?? _model!.OwnerId,
            ["createdBy"] = _folder?.CreatedBy ?? _model!.CreatedBy,
            ["updatedBy"] = _folder?.UpdatedBy ?? _model!.UpdatedBy,
            ["createdAt"] = SpecText.Time(_folder?.CreatedAt ?? _model!.CreatedAt),
            ["updatedAt"] = SpecText.Time(_folder?.UpdatedAt ?? _model!.UpdatedAt),
        };
        if ((_folder is null ? _model!.Description : _folder.Description) is string description)
        {
            entry["description"] = description;
        }

        if (_model?.ParentSourceUrlId is string source)
        {
            entry["parentSourceUrlId"] = source;
        }

        return entry;
    }

    public void Archive(bool archived)
    {
        if (_folder is not null)
        {
            _folder.IsArchived = archived;
        }
        else
        {
            _model!.IsArchived = archived;
        }
    }

    /// <summary>Applies name, description, parentId, ownerId and restore, if present.</summary>
    public void Change(JsonObject body, string userId, DateTimeOffset now)
    {
        if (_folder is not null)
        {
            _folder.Name = body.Text("name") ?? _folder.Name;
            _folder.Description = body.Text("description") ?? _folder.Description;
            _folder.ParentId = body.Text("parentId") ?? _folder.ParentId;
            _folder.OwnerId = body.Text("ownerId") ?? _folder.OwnerId;
            (_folder.UpdatedBy, _folder.UpdatedAt) = (userId, now);
        }
        else
        {
            _model!.Name = body.Text("name") ?? _model.Name;
            _model.Description = body.Text("description") ?? _model.Description;
            _model.FolderId = body.Text("parentId") ?? _model.FolderId;
            _model.OwnerId = body.Text("ownerId") ?? _model.OwnerId;
            (_model.UpdatedBy, _model.UpdatedAt) = (userId, now);
        }

        if (body["restore"]?.GetValue<bool>() == true)
        {
            Archive(false);
        }
    }
}
