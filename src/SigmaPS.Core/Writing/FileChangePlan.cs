using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Api;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Writing;

/// <summary>What a wish would change about a model's file, and what of it is left to send.</summary>
public sealed class FileChangePlan
{
    private readonly FileEntry _file;
    private readonly List<SpecChange> _changes = new();

    private FileChangePlan(FileEntry file, FileChange change)
    {
        _file = file;
        Change = change;
    }

    /// <summary>What to send.</summary>
    public FileChange Change { get; }

    /// <summary>What differs, one entry for each of name, description, folder and owner.</summary>
    public IReadOnlyList<SpecChange> Changes => _changes;

    /// <summary>Holds a wish against the file.</summary>
    /// <param name="file">The file as it is.</param>
    /// <param name="name">The name it shall have; null for any.</param>
    /// <param name="description">The description it shall have; null for any.</param>
    /// <param name="folder">The folder it shall lie in; null for any.</param>
    /// <param name="ownerId">The member who shall own it; null for any.</param>
    /// <returns>What is left to do.</returns>
    public static FileChangePlan FromDesired(FileEntry file, string? name, string? description, FileEntry? folder, string? ownerId)
    {
        var plan = new FileChangePlan(file, new FileChange
        {
            Name = name == file.Name ? null : name,
            Description = description == (file.Description ?? "") ? null : description,
            ParentId = folder?.Id == file.ParentId ? null : folder?.Id,
            OwnerId = ownerId == file.OwnerId ? null : ownerId,
        });
        plan.Add("name", file.Name, plan.Change.Name);
        plan.Add("description", file.Description, plan.Change.Description);
        plan.Add("folder", file.Path, plan.Change.ParentId is null ? null : folder!.FullPath);
        plan.Add("owner", file.OwnerId, plan.Change.OwnerId);
        return plan;
    }

    /// <summary>The changes in one line, for example: name Sales → Sales 2026; folder Retail → Retail/Models.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => string.Join("; ", _changes.Select(change => $"{change.Property} {Shown(change.Old)} → {Shown(change.New)}"));

    private static string Shown(JsonValue? value) => value is JsonString { Value.Length: > 0 } text ? text.Value : "(none)";

    private void Add(string property, string? old, string? now)
    {
        if (now is not null)
        {
            _changes.Add(new SpecChange(ChangeKind.Changed, "data model", new[] { _file.Name }, "") { Property = property, Old = old is null ? null : new JsonString(old), New = new JsonString(now) });
        }
    }
}
