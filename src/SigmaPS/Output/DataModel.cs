using System;

namespace SigmaPS;

/// <summary>An entry of the list of data models.</summary>
public sealed class DataModel
{
    internal DataModel(string dataModelId) => DataModelId = dataModelId;

    /// <summary>The UUID; also the ID of the model's file.</summary>
    public string DataModelId { get; }

    /// <summary>The name; not unique in an organization.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The folder, for example "My Documents/Examples".</summary>
    public string Path { get; internal set; } = "";

    /// <summary>The latest published version.</summary>
    public long Version { get; internal set; }

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset? UpdatedAt { get; internal set; }

    /// <summary>The member ID of the last editor.</summary>
    public string UpdatedBy { get; internal set; } = "";

    /// <summary>When it was created.</summary>
    public DateTimeOffset? CreatedAt { get; internal set; }

    /// <summary>The member ID of its creator.</summary>
    public string CreatedBy { get; internal set; } = "";

    /// <summary>The owner's member ID.</summary>
    public string OwnerId { get; internal set; } = "";

    /// <summary>The short ID at the end of the address (base62 of the UUID).</summary>
    public string ShortId { get; internal set; } = "";

    /// <summary>The address in the application.</summary>
    public string Url { get; internal set; } = "";

    /// <summary>Whether it is in the trash.</summary>
    public bool IsArchived { get; internal set; }

    /// <summary>Shows the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
