using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Writing;

/// <summary>The changes of a model's file that are still to send.</summary>
public sealed class FileChangePlan
{
    private readonly FileEntry _file;
    private readonly List<SpecChange> _changes = new();
    private readonly Dictionary<string, string> _memberNames = new(StringComparer.Ordinal);

    private FileChangePlan(FileEntry file, FileChange change)
    {
        _file = file;
        Change = change;
    }

    /// <summary>The change to send.</summary>
    public FileChange Change { get; }

    /// <summary>The differences: one entry for each of name, description, folder and owner.</summary>
    public IReadOnlyList<SpecChange> Changes => _changes;

    /// <summary>Compares the desired state with the file.</summary>
    /// <param name="file">The file as it is.</param>
    /// <param name="name">The desired name; null for any.</param>
    /// <param name="description">The desired description; null for any.</param>
    /// <param name="folder">The desired folder; null for any.</param>
    /// <param name="ownerId">The desired owner; null for any.</param>
    /// <returns>The plan.</returns>
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

    /// <summary>Reads the names of the old and the new owner. At most two requests.</summary>
    /// <param name="client">The service.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>A task.</returns>
    public async Task NameOwnersAsync(SigmaClient client, CancellationToken cancel)
    {
        foreach (var id in new[] { _file.OwnerId, Change.OwnerId }.OfType<string>().Where(id => Change.OwnerId is not null))
        {
            _memberNames[id] = await MemberLookup.DescribeAsync(client, id, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>The changes in one line, for example: name Sales → Sales 2026; folder Retail → Retail/Models.</summary>
    /// <returns>The line.</returns>
    public override string ToString() =>
        string.Join("; ", _changes.Select(change => $"{change.Property} {Shown(change, change.Old)} → {Shown(change, change.New)}"));

    private string Shown(SpecChange change, JsonValue? value)
    {
        var text = value is JsonString { Value.Length: > 0 } given ? given.Value : "(none)";
        return change.Property == "owner" && _memberNames.TryGetValue(text, out var name) ? name : text;
    }

    private void Add(string property, string? old, string? now)
    {
        if (now is not null)
        {
            _changes.Add(
                new SpecChange(ChangeKind.Changed, "data model", new[] { _file.Name }, "")
                {
                    Property = property,
                    Old = old is null ? null : new JsonString(old),
                    New = new JsonString(now),
                });
        }
    }
}
