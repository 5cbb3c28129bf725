using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Release;

/// <summary>
/// A plan in a file, for a later stage. It is confirmed by planning again, and does not protect against a person who changes files and plan
/// alike.
/// </summary>
public static class PlanFile
{
    private const string Mark = "SigmaPS.ReleasePlan";
    private const string Failed = "failed";

    /// <summary>Writes the file, whole or not at all. Paths are relative to it where they can be.</summary>
    /// <param name="path">The full path of the file.</param>
    /// <param name="facts">The plan.</param>
    public static void Write(string path, PlanSnapshot facts)
    {
        var folder = Path.GetDirectoryName(path)!;
        var root = new JsonObject();
        foreach (
            var (name, value) in new[]
            {
                ("kind", Mark),
                ("environment", facts.Environment),
                ("environmentFile", Relative(folder, facts.EnvironmentFile)),
                ("models", Relative(folder, facts.Folder)),
                ("organization", facts.Organization),
            })
        {
            root.Add(name, new JsonString(value));
        }

        root.Add("items", Write(facts.Models));
        root.Add("orphans", Write(facts.Orphans));
        if (facts.Rename is { } rename)
        {
            root.Add("rename", RenameJson.Write(rename, path => Relative(folder, path)));
        }

        var writer = new JsonWriter();
        JsonTree.Write(writer, root);
        AtomicFile.Write(path, writer.Finish());
    }

    private static JsonArray Write(IEnumerable<PlanSnapshotEntry> models)
    {
        var items = new JsonArray();
        foreach (var model in models)
        {
            var item = new JsonObject();
            foreach (
                var (name, value) in new[]
                {
                    ("name", model.Name),
                    ("action", model.Action.ToString()),
                    ("file", model.File),
                    ("dataModelId", model.DataModelId),
                    ("hash", model.Hash),
                })
            {
                item.Add(name, new JsonString(value));
            }

            if (model.LiveVersion is { } version)
            {
                item.Add("liveVersion", new JsonNumber(version.ToString(CultureInfo.InvariantCulture)));
            }

            if (model.HasFailedRehearsal)
            {
                item.Add("rehearsal", new JsonString(Failed));
            }

            items.Add(item);
        }

        return items;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The full path.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="SigmaEngineException">It is none.</exception>
    public static PlanSnapshot Read(string path)
    {
        try
        {
            var folder = Path.GetDirectoryName(path)!;
            return
                JsonTree.Parse(TextFileReader.Read(path)) is JsonObject root
                && root.Text("kind") == Mark
                && root.Array("items") is { } items
                ? new PlanSnapshot(
                    root.Text("environment") ?? "",
                    Absolute(folder, root.Text("environmentFile")),
                    Absolute(folder, root.Text("models")),
                    root.Text("organization") ?? "",
                    items.OfType<JsonObject>().Select(item => Fact(path, item)).ToList())
                {
                    Orphans = (root.Array("orphans") ?? new JsonArray()).OfType<JsonObject>().Select(item => Fact(path, item)).ToList(),
                    Rename = root.Object("rename") is { } rename ? RenameJson.Read(rename, path => Absolute(folder, path)) : null,
                }
                : throw Broken(path, "it was not written by New-SigmaReleasePlan -SavePath", null);
        }
        catch (JsonSyntaxException e)
        {
            throw Broken(path, e.Message, e);
        }
    }

    /// <summary>Whether a file is a saved plan.</summary>
    internal static bool Is(string path)
    {
        try
        {
            return JsonTree.Parse(TextFileReader.Read(path)) is JsonObject root && root.Text("kind") == Mark;
        }
        catch (Exception e) when (e is JsonSyntaxException or SigmaEngineException)
        {
            // Whatever else it is, what is wrong with it is said by who reads it as that.
            return false;
        }
    }

    private static PlanSnapshotEntry Fact(string path, JsonObject item) =>
        new(
            item.Text("name") ?? "",
            item.Text("file") ?? "",
            ActionOf(path, item),
            item.Text("dataModelId") ?? "",
            item["liveVersion"] is JsonNumber number
            && long.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? version
                : null,
            item.Text("hash") ?? "")
        {
            HasFailedRehearsal = item.Text("rehearsal") == Failed,
        };

    private static ReleaseAction ActionOf(string path, JsonObject item) => FileWord.Read<ReleaseAction>(item.Text("action"))
        ?? throw Broken(path, $"'{item.Text("action")}' is not an action of a plan", null);

    private static string Absolute(string folder, string? path) => Path.GetFullPath(Path.Combine(folder, path ?? ""));

    // A plan is made on one machine and published on another, where the same tree may lie elsewhere.
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

    private static SigmaEngineException Broken(string path, string why, Exception? cause) =>
        new(ErrorCode.FileFailed, $"'{path}' is no saved plan: {why}.", cause) { Target = path };
}
