using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Release;

/// <summary>The file run.json of a publish, beside its backups: on disk before the first write, and after each.</summary>
public sealed class RunFile
{
    private readonly List<RunEntry> _entries = new();

    private RunFile(string path, string environment, string organization)
    {
        Location = path;
        Environment = environment;
        Organization = organization;
    }

    /// <summary>The full path.</summary>
    public string Location { get; private set; }

    /// <summary>The folder it lies in, with the backups.</summary>
    public string Folder => Path.GetDirectoryName(Location)!;

    /// <summary>The environment that was published to.</summary>
    public string Environment { get; }

    /// <summary>The organisation.</summary>
    public string Organization { get; }

    /// <summary>The models, in the order of the plan.</summary>
    public IReadOnlyList<RunEntry> Entries => _entries;

    /// <summary>Reads a run file.</summary>
    /// <param name="path">The full path.</param>
    /// <returns>The run.</returns>
    /// <exception cref="SigmaEngineException">It is none.</exception>
    public static RunFile Read(string path)
    {
        try
        {
            if (
                JsonTree.Parse(TextFileReader.Read(path)) is not JsonObject root
                || root.Array("models") is not { } models
                || root.Text("organization") is not { } organization)
            {
                throw Broken(path, "it has no 'models' or no 'organization'", null);
            }

            var run = new RunFile(path, root.Text("environment") ?? "", organization);
            run._entries.AddRange(
                models
                    .OfType<JsonObject>()
                    .Select(model => new RunEntry(model.Text("name") ?? "", model.Text("file") ?? "", StatusOf(path, model))
                    {
                        DataModelId = model.Text("dataModelId") ?? "",
                        VersionBefore = Number(model, "versionBefore"),
                        VersionAfter = Number(model, "versionAfter"),
                        NewName = model.Text("newName"),
                        NewDescription = model.Text("newDescription"),
                        NewDescriptionHash = model.Text("newDescriptionHash"),
                        Backup = model.Text("backup") is { } name ? Path.Combine(run.Folder, Path.GetFileName(name)) : null,
                    }));
            return run;
        }
        catch (JsonSyntaxException e)
        {
            throw Broken(path, e.Message, e);
        }
    }

    /// <summary>
    /// Begins a run: its folder, which no other run has, and its file are there before anything is written to the service.
    /// </summary>
    internal static RunFile Begin(string baseFolder, ReleasePlan plan, IEnumerable<ReleaseItem> items, DateTimeOffset now)
    {
        var stamp = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var stem = Path.Combine(baseFolder, $"{stamp}-{SafeFileName.FromName(plan.Request.Environment.Name)}");
        var run = new RunFile("", plan.Request.Environment.Name, plan.Request.Organization);
        run._entries.AddRange(
            items.Select(item => new RunEntry(item.Name, item.File, RunStatus.Planned)
            {
                DataModelId = item.DataModelId,
                VersionBefore = item.LiveVersion,
            }));
        try
        {
            run.Location = UniqueFile.Write(
                number => Path.Combine(number == 1 ? stem : $"{stem}.{number.ToString(CultureInfo.InvariantCulture)}", "run.json"),
                run.Text());
            return run;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new SigmaEngineException(
                ErrorCode.FileFailed,
                $"The run file cannot be written to '{baseFolder}', so nothing was sent: {e.Message}",
                e)
            {
                Target = baseFolder,
            };
        }
    }

    /// <summary>Notes what is done or became of a model, by its place in the run.</summary>
    internal void Set(int index, RunEntry entry)
    {
        lock (_entries)
        {
            _entries[index] = entry;
            AtomicFile.Write(Location, Text());
        }
    }

    private string Text()
    {
        var root = new JsonObject();
        root.Add("environment", new JsonString(Environment));
        root.Add("organization", new JsonString(Organization));
        var models = new JsonArray();
        foreach (var entry in _entries)
        {
            var o = new JsonObject();
            foreach (
                var (name, value) in new[]
                {
                    ("name", entry.Name),
                    ("file", entry.File),
                    ("status", entry.Status.ToString()),
                    ("dataModelId", entry.DataModelId),
                })
            {
                o.Add(name, new JsonString(value));
            }

            foreach (var (name, value) in new[] { ("versionBefore", entry.VersionBefore), ("versionAfter", entry.VersionAfter) })
            {
                if (value is { } number)
                {
                    o.Add(name, new JsonNumber(number.ToString(CultureInfo.InvariantCulture)));
                }
            }

            foreach (var (name, value) in new[]
            {
                ("backup", Path.GetFileName(entry.Backup)),
                ("newName", entry.NewName),
                ("newDescription", entry.NewDescription),
                ("newDescriptionHash", entry.NewDescriptionHash),
            })
            {
                if (value is not null)
                {
                    o.Add(name, new JsonString(value));
                }
            }

            models.Add(o);
        }

        root.Add("models", models);
        var writer = new JsonWriter();
        JsonTree.Write(writer, root);
        return writer.Finish();
    }

    private static RunStatus StatusOf(string path, JsonObject model) => FileWord.Read<RunStatus>(model.Text("status"))
        ?? throw Broken(path, $"'{model.Text("status")}' is not a status of a model", null);

    private static long? Number(JsonObject o, string name) =>
        o[name] is JsonNumber number && long.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    private static SigmaEngineException Broken(string path, string why, Exception? cause) =>
        new(ErrorCode.FileFailed, $"'{path}' is no run file of Publish-SigmaReleasePlan: {why}.", cause) { Target = path };
}
