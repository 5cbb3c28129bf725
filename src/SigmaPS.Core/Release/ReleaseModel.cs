using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Release;

/// <summary>A model as its file says it.</summary>
public sealed class ReleaseModel
{
    private ReleaseModel(string path, string file, SpecDocument document, string? sourceId)
    {
        Path = path;
        File = file;
        Name = document.Name!;
        Document = document;
        SourceId = sourceId;
    }

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>The path within the folder, with slashes.</summary>
    public string File { get; }

    /// <summary>The model's name.</summary>
    public string Name { get; }

    /// <summary>The model that the file was exported from: what other files know it by. Null where nothing says it.</summary>
    public string? SourceId { get; }

    /// <summary>The content as the file says it.</summary>
    internal SpecDocument Document { get; }

    /// <summary>How it is remembered: by its source, which a new name does not change.</summary>
    internal string Key => SourceId ?? File;

    /// <summary>Reads a folder of models; everything that is wrong with it comes in one error.</summary>
    /// <param name="folder">The full path.</param>
    /// <returns>The models, by file.</returns>
    /// <exception cref="SigmaEngineException">A file is no spec, has no name, or two have the same.</exception>
    public static IReadOnlyList<ReleaseModel> ReadAll(string folder)
    {
        var models = new List<ReleaseModel>();
        var problems = new List<string>();
        var indexes = new Dictionary<string, ExportIndex>(StringComparer.Ordinal);
        foreach (var path in SpecFolder.Files(folder))
        {
            try
            {
                var document = SpecFile.Read(path);
                if (document.Name is null)
                {
                    problems.Add($"the file '{path}' does not say what the model is called ('name')");
                }
                else
                {
                    models.Add(new ReleaseModel(path, Relative(folder, path), document, document.DataModelId ?? IndexOf(path, indexes).FindFile(path)?.Id));
                }
            }
            catch (SigmaEngineException) when (PlanFile.Is(path))
            {
                // A plan may be saved beside the models that it is about.
                continue;
            }
            catch (SigmaEngineException e) when (e.Kind is ErrorCode.InvalidSpec or ErrorCode.FileFailed)
            {
                problems.Add(e.Message.TrimEnd('.'));
            }
        }

        problems.AddRange(Twice(models, model => model.Name, "are both called"));
        problems.AddRange(Twice(models.Where(model => model.SourceId is not null), model => model.SourceId!, "both come from data model"));
        return problems.Count == 0
            ? models
            : throw new SigmaEngineException(ErrorCode.InvalidSpec, $"The folder '{folder}' cannot be released: {string.Join("; ", problems)}.") { Target = folder };
    }

    // Read once a folder, however many files stand in it.
    private static ExportIndex IndexOf(string path, Dictionary<string, ExportIndex> known)
    {
        var folder = System.IO.Path.GetDirectoryName(path)!;
        if (!known.TryGetValue(folder, out var index))
        {
            known.Add(folder, index = ExportIndex.Read(folder));
        }

        return index;
    }

    /// <summary>Reads the file once more, for a copy that may be changed.</summary>
    internal SpecDocument Fresh() => SpecFile.Read(Path);

    private static IEnumerable<string> Twice(IEnumerable<ReleaseModel> models, Func<ReleaseModel, string> by, string problem) => models
        .GroupBy(by, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => $"{string.Join(" and ", group.Select(model => $"'{model.File}'"))} {problem} \"{group.Key}\"");

    private static string Relative(string folder, string path) =>
        path.Substring(folder.TrimEnd('/', '\\').Length).TrimStart('/', '\\').Replace('\\', '/');
}
