namespace SigmaPS.Core.Http;

/// <summary>A part of the requested item that may be missing while the item exists, such as one version of a data model.</summary>
/// <param name="Name">The part, as errors name it.</param>
/// <param name="ListCommand">The command that lists the existing parts.</param>
internal sealed record RequestedPart(string Name, string ListCommand)
{
    /// <summary>A version of a data model.</summary>
    public static RequestedPart? Version(string id, long? number) =>
        number is null ? null : new($"version {number}", $"Get-SigmaDataModelVersion {id}");

    /// <summary>The version of a data model that has a tag.</summary>
    public static RequestedPart? Tag(string id, string? name) =>
        string.IsNullOrEmpty(name) ? null : new($"tag \"{name}\"", $"Get-SigmaDataModelTag {id}");
}
