using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;

namespace SigmaPS.Core.Release;

/// <summary>The models of a folder of files, and the files that are not one.</summary>
internal sealed class ReleaseFolder
{
    private readonly string _path;
    private readonly List<ReleaseModel> _models = new();
    private readonly List<(string File, string Problem)> _unread = new();

    private ReleaseFolder(string path) => _path = path;

    /// <summary>The models, by file.</summary>
    public IReadOnlyList<ReleaseModel> Models => _models;

    /// <summary>A sentence that names the files that could not be read; empty if there are none.</summary>
    public string Unread => _unread.Count == 0 ? ""
        : $" Files that could not be read: {string.Join("; ", _unread.Select(file => file.Problem))}.";

    /// <summary>Reads every file.</summary>
    /// <param name="path">The full path of the folder.</param>
    public static ReleaseFolder Read(string path)
    {
        var folder = new ReleaseFolder(path);
        var indexes = new Dictionary<string, ExportIndex>(StringComparer.Ordinal);
        foreach (var file in SpecFolder.Files(path))
        {
            folder.Add(file, indexes);
        }

        return folder;
    }

    /// <summary>Reports the problems of the files that count, all in one error.</summary>
    /// <remarks>Problems of other files do not concern the plan.</remarks>
    /// <param name="counts">Whether an unread file counts, by its path within the folder.</param>
    /// <param name="meant">The models that count; null for all.</param>
    /// <exception cref="SigmaEngineException">A file is not a spec, does not have a name, or two have the same one.</exception>
    public void Check(Func<string, bool> counts, IReadOnlyCollection<ReleaseModel>? meant = null)
    {
        var problems = _unread.Where(file => counts(file.File)).Select(file => file.Problem)
            .Concat(Twice(model => model.Name, "are both called", meant))
            .Concat(Twice(model => model.SourceId, "both come from data model", meant)).ToList();
        if (problems.Count > 0)
        {
            var message = $"The folder '{_path}' cannot be released: {string.Join("; ", problems)}.";
            throw new SigmaEngineException(ErrorCode.InvalidSpec, message) { Target = _path };
        }
    }

    private void Add(string path, Dictionary<string, ExportIndex> indexes)
    {
        var file = ReleaseModel.Relative(_path, path);
        try
        {
            var document = SpecFileReader.Read(path);
            if (document.Name is null)
            {
                _unread.Add((file, $"the file '{path}' does not have a name for the model ('name')"));
                return;
            }

            _models.Add(ReleaseModel.Of(_path, path, document, document.DataModelId ?? IndexOf(path, indexes).FindFile(path)?.Id));
        }
        catch (SigmaEngineException e) when (e.Kind is ErrorCode.InvalidSpec or ErrorCode.FileFailed)
        {
            // A plan may be saved beside the models that it is about.
            if (!PlanFile.Is(path))
            {
                _unread.Add((file, e.Message.TrimEnd('.')));
            }
        }
    }

    // Read once per folder, however many files are in it.
    private static ExportIndex IndexOf(string path, Dictionary<string, ExportIndex> known)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (!known.TryGetValue(folder, out var index))
        {
            known.Add(folder, index = ExportIndex.Read(folder));
        }

        return index;
    }

    private IEnumerable<string> Twice(Func<ReleaseModel, string?> by, string problem, IReadOnlyCollection<ReleaseModel>? meant) => _models
        .Where(model => by(model) is not null)
        .GroupBy(model => by(model)!, StringComparer.Ordinal)
        .Where(group => group.Count() > 1 && group.Any(model => meant?.Contains(model) != false))
        .Select(group => $"{string.Join(" and ", group.Select(model => $"'{model.File}'"))} {problem} \"{group.Key}\"");
}
