using System.IO;

namespace SigmaPS.Core.Release;

/// <summary>A model in run.json.</summary>
internal sealed record RunLine
{
    public string? Name { get; init; }

    public string? File { get; init; }

    public string? Status { get; init; }

    public string? DataModelId { get; init; }

    public long? VersionBefore { get; init; }

    public long? VersionAfter { get; init; }

    /// <summary>The name of the backup, which is beside the run file.</summary>
    public string? Backup { get; init; }

    public string? NewName { get; init; }

    public string? NewDescription { get; init; }

    public string? NewDescriptionHash { get; init; }

    /// <summary>The line of an entry.</summary>
    /// <param name="entry">The entry.</param>
    public static RunLine FromEntry(RunEntry entry) => new()
    {
        Name = entry.Name,
        File = entry.File,
        Status = entry.Status.ToString(),
        DataModelId = entry.DataModelId,
        VersionBefore = entry.VersionBefore,
        VersionAfter = entry.VersionAfter,
        Backup = Path.GetFileName(entry.Backup),
        NewName = entry.NewName,
        NewDescription = entry.NewDescription,
        NewDescriptionHash = entry.NewDescriptionHash,
    };

    /// <summary>The entry of this line.</summary>
    /// <param name="folder">The folder of the run.</param>
    /// <param name="status">The parsed status.</param>
    public RunEntry ToEntry(string folder, RunStatus status) => new(Name ?? "", File ?? "", status)
    {
        DataModelId = DataModelId ?? "",
        VersionBefore = VersionBefore,
        VersionAfter = VersionAfter,
        NewName = NewName,
        NewDescription = NewDescription,
        NewDescriptionHash = NewDescriptionHash,
        Backup = Backup is { } name ? Path.Combine(folder, Path.GetFileName(name)) : null,
    };
}
