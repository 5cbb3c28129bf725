using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;

namespace SigmaPS.Core.Release;

/// <summary>The run record of a publish (run.json), beside its backups: on disk before the first write, and after each.</summary>
public sealed class RunFile
{
    private static readonly StateFile<RunContent> Format = new("a run record of Publish-SigmaReleasePlan");

    private readonly List<RunEntry> _entries = new();

    private RunFile(string path, string environment, string organization)
    {
        Location = path;
        Environment = environment;
        Organization = organization;
    }

    /// <summary>The full path.</summary>
    public string Location { get; private set; }

    /// <summary>Its folder, which also contains the backups.</summary>
    public string Folder => Path.GetDirectoryName(Location)!;

    /// <summary>The environment that was published to.</summary>
    public string Environment { get; }

    /// <summary>The organization.</summary>
    public string Organization { get; }

    /// <summary>The models, in the order of the plan.</summary>
    public IReadOnlyList<RunEntry> Entries => _entries;

    /// <summary>Reads a run file.</summary>
    /// <param name="path">The full path.</param>
    /// <returns>The run.</returns>
    /// <exception cref="SigmaEngineException">The file is not a run record.</exception>
    public static RunFile Read(string path)
    {
        var content = Format.Read(path);
        var run = new RunFile(path, content.Environment ?? "", content.Organization!);
        run._entries.AddRange(content.Models!.OfType<RunLine>().Select(line => line.ToEntry(run.Folder, StatusOf(path, line))));
        return run;
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
                Format.Text(run.Content()));
            return run;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw FileErrors.Writing($"The run file cannot be written to '{baseFolder}', so nothing was sent", baseFolder, e);
        }
    }

    /// <summary>Records the state of a model, by its place in the run.</summary>
    internal void Set(int index, RunEntry entry)
    {
        lock (_entries)
        {
            _entries[index] = entry;
            Format.Write(Location, Content());
        }
    }

    /// <summary>Adds a model that the run saves beyond its plan. The file changes with the next <see cref="Set"/>.</summary>
    /// <returns>Its place in the run.</returns>
    internal int Add(RunEntry entry)
    {
        lock (_entries)
        {
            _entries.Add(entry);
            return _entries.Count - 1;
        }
    }

    private RunContent Content() => new()
    {
        Environment = Environment,
        Organization = Organization,
        Models = _entries.Select(RunLine.FromEntry).ToList(),
    };

    private static RunStatus StatusOf(string path, RunLine line) => FileWord.Read<RunStatus>(line.Status)
        ?? throw Format.Damaged(path, $"'{line.Status}' is not a status of a model");
}
