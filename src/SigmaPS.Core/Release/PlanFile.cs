using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;
using SigmaPS.Core.Spec.Edit;

namespace SigmaPS.Core.Release;

/// <summary>
/// A plan in a file, for a later stage. It is confirmed by planning again, and does not protect against a person who changes files and plan
/// alike.
/// </summary>
public static class PlanFile
{
    private static readonly StateFile<PlanContent> Format = new("a saved plan");

    /// <summary>Writes the file completely or not at all. Its paths are relative to it where possible.</summary>
    /// <param name="path">The full path of the file.</param>
    /// <param name="facts">The plan.</param>
    public static void Write(string path, PlanSnapshot facts)
    {
        var folder = Path.GetDirectoryName(path)!;
        Format.Write(path, new PlanContent
        {
            Kind = PlanContent.PlanKind,
            Environment = facts.Environment,
            EnvironmentFile = Relative(folder, facts.EnvironmentFile),
            Models = Relative(folder, facts.Folder),
            Organization = facts.Organization,
            Items = facts.Models.Select(PlanLine.FromEntry).ToList(),
            Orphans = facts.Orphans.Select(PlanLine.FromEntry).ToList(),
            Rename = facts.Rename is { } rename ? RenameLine.FromRequest(rename, path => Relative(folder, path)) : null,
        });
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The full path.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="SigmaEngineException">The file is not a saved plan.</exception>
    public static PlanSnapshot Read(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        var content = Format.Read(path);
        return new PlanSnapshot(
            content.Environment ?? "",
            Absolute(folder, content.EnvironmentFile),
            Absolute(folder, content.Models),
            content.Organization ?? "",
            Entries(path, content.Items))
        {
            Orphans = Entries(path, content.Orphans),
            Rename = content.Rename?.ToRequest(KindOf(path, content.Rename), file => Absolute(folder, file)),
        };
    }

    /// <summary>Whether a file is a saved plan, of any format.</summary>
    internal static bool Is(string path) => Format.TryRead(path)?.Kind == PlanContent.PlanKind;

    private static IReadOnlyList<PlanSnapshotEntry> Entries(string path, IReadOnlyList<PlanLine>? lines) =>
        (lines ?? Array.Empty<PlanLine>()).OfType<PlanLine>().Select(line => line.ToEntry(ActionOf(path, line))).ToList();

    private static ReleaseAction ActionOf(string path, PlanLine line) => FileWord.Read<ReleaseAction>(line.Action)
        ?? throw Format.Damaged(path, $"'{line.Action}' is not an action of a plan");

    private static RenameKind KindOf(string path, RenameLine line) => FileWord.Read<RenameKind>(line.Kind)
        ?? throw Format.Damaged(path, $"'{line.Kind}' is not a kind of item to rename");

    private static string Absolute(string folder, string? path) => Path.GetFullPath(Path.Combine(folder, path ?? ""));

    // A plan is made on one machine and published on another, where the same tree may be located elsewhere.
    private static string Relative(string folder, string path)
    {
        var root = Path.GetPathRoot(folder) ?? "";
        if (!string.Equals(root, Path.GetPathRoot(path), StringComparison.OrdinalIgnoreCase))
        {
            return path;
        }

        var (from, to) = (Steps(folder, root), Steps(path, root));
        var same = from.Zip(to, (a, b) => a == b).TakeWhile(isSame => isSame).Count();
        var way = string.Join("/", Enumerable.Repeat("..", from.Length - same).Concat(to.Skip(same)));
        return way.Length == 0 ? "." : way;
    }

    private static string[] Steps(string path, string root) =>
        path.Substring(root.Length)
            .Split(new[] { Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar }, StringSplitOptions.RemoveEmptyEntries);
}
