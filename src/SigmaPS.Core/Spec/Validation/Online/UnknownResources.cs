using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Finds connections, members and a folder that the spec refers to and the organization does not have.</summary>
internal static class UnknownResources
{
    public static readonly SpecRule Connection = new(
        "unknown-connection",
        IssueSeverity.Error,
        "With -Online: a connection exists in the organization and is not in the trash.");
    public static readonly SpecRule Member = new(
        "unknown-member",
        IssueSeverity.Error,
        "With -Online: a user that a column security names is a member of the organization.");
    public static readonly SpecRule Folder = new(
        "unknown-folder",
        IssueSeverity.Warning,
        "With -Online: the folder that the spec names exists and is not in the trash.");
    public static readonly SpecCheck Check = new(Run, Connection, Member, Folder);

    private static void Run(ValidationContext scene, IssueCollector sink)
    {
        if (scene.Facts is not { } facts)
        {
            return;
        }

        foreach (var source in SourceWalker.All(scene, "warehouse-table", "sql"))
        {
            if (source["connectionId"] is JsonString id && id.Value.Length > 0 && facts.Connections is { } connections)
            {
                CheckId(
                    id,
                    connections.TryGetValue(id.Value, out var found)
                        ? found.IsArchived
                            ? "is in the trash"
                            : null
                        : "does not refer to a connection of this organization",
                    sink);
            }
        }

        foreach (
            var assignment in scene
                .Elements.SelectMany(element => ElementIds.Objects(element.Json, "columnSecurities"))
                .Select(security => security.Object("criteria"))
                .SelectMany(criteria => ElementIds.Objects(criteria, "assignments")))
        {
            if (
                assignment["userId"] is JsonString user
                && facts.Members.TryGetValue(user.Value, out var member)
                && member?.IsArchived != false)
            {
                sink.Report(
                    Member,
                    user,
                    $"userId '{SchemaMessages.Cut(user.Value)}' {Problem(member)}",
                    "Use the ID of a member; Get-SigmaMember lists them.",
                    user.Value);
            }
        }

        if (
            scene.Root?["folderId"] is JsonString folder
            && facts.Folders.TryGetValue(folder.Value, out var file)
            && file?.IsArchived != false)
        {
            sink.Report(
                Folder,
                folder,
                $"folderId '{SchemaMessages.Cut(folder.Value)}' "
                    + (file is null ? "does not refer to a folder that these credentials can see" : "refers to a folder in the trash"),
                "A write does not use it. For a new model, use the ID of a folder; Get-SigmaFile lists them.",
                "folderId");
        }
    }

    private static string Problem(MemberFact? member) => member is null
        ? "does not refer to a member of this organization"
        : $"refers to \"{member.Email}\", who has been removed";

    private static void CheckId(JsonString id, string? problem, IssueCollector sink)
    {
        if (problem is not null)
        {
            sink.Report(
                Connection,
                id,
                $"connectionId '{SchemaMessages.Cut(id.Value)}' {problem}",
                "Use the ID of a connection; Get-SigmaConnection lists them.",
                id.Value);
        }
    }
}
