using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Spec.Validation;

namespace SigmaPS.Core.Release;

/// <summary>Plans a rename over a folder of model files, and carries it out by writing the files.</summary>
public static class FileRenamePlanner
{
    /// <summary>Plans; it only reads.</summary>
    /// <param name="request">The folder and the environment of the plan.</param>
    /// <param name="rename">The item and its new name.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="SigmaEngineException">The folder cannot be read, or the model or the item does not exist.</exception>
    public static ReleasePlan Plan(ReleaseRequest request, RenameRequest rename)
    {
        var folder = ReleaseFolder.Read(request.Folder);
        folder.Check(_ => true);
        var files = folder.Models;
        var main = Find(files, rename, request.Folder);
        var edited = files.Select(file => file.Document.Copy()).ToList();
        var result = ModelRenaming.ApplyToFiles(files.Select((file, at) => (file.SourceId, edited[at])).ToList(), main, rename.Item);
        var changed = Enumerable.Range(0, files.Count).Where(at => !JsonTree.Same(files[at].Document.Pages, edited[at].Pages)).ToList();
        if (result.Missing is { } missing && changed.Count == 0)
        {
            throw missing;
        }

        var order = RenameOrder.Find(
            files.Select(file => (file.SourceId ?? file.File, file.Document)).ToList(),
            changed,
            mainIsLast: false);
        return new ReleasePlan(
            request,
            new ResolvedEnvironment(request.Environment, "", ""),
            order
                .Select(entry => Item(files[entry.Model], edited[entry.Model], entry.DependsOn.Select(at => files[at].Name).ToList()))
                .ToList())
        {
            Rename = rename,
            OldName = result.OldName,
            Notes = new[] { "This plan covers the files alone. Workbooks, reports and models outside the folder were not checked." },
        };
    }

    /// <summary>
    /// Writes the files of a plan. The file of the renamed item comes last, so that a run that ends early can be repeated.
    /// </summary>
    /// <param name="item">A file of the plan.</param>
    public static void Write(ReleaseItem item)
    {
        var path = item.Model!.Path;
        AtomicFile.Write(path, EditorSchema.Write(item.Content!.Root, SpecFile.FormatOf(path), item.Model.Document.SchemaPath));
    }

    private static ReleaseItem Item(ReleaseModel file, SpecDocument edited, IReadOnlyList<string> dependsOn) =>
        new(file.Name, ReleaseAction.Update)
        {
            Model = file,
            DataModelId = file.SourceId ?? "",
            LiveVersion = null,
            Changes = SpecDiff.Compare(file.Document, edited).Changes,
            Issues = FileIssues.Place(
                SpecValidator.Validate(edited.Root).Where(issue => issue.Severity == IssueSeverity.Error).ToList(),
                file.Path),
            Content = edited,
            DependsOn = dependsOn,
            Hash = ExportIndex.Hash(ExportIndex.Fingerprint(file.Document) + ExportIndex.Fingerprint(edited)),
        };

    private static int Find(IReadOnlyList<ReleaseModel> files, RenameRequest rename, string folder)
    {
        var id = DataModelId.TryParse(rename.DataModel, out var uuid) ? uuid : null;
        var found = Enumerable
            .Range(0, files.Count)
            .Where(at =>
                files[at].Name == rename.DataModel || files[at].File == rename.DataModel || (id is not null && files[at].SourceId == id))
            .ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw ReleaseErrors.NoModelInFolder(folder, rename.DataModel, files),
            _ => throw ReleaseErrors.SeveralModelsInFolder(folder, rename.DataModel, found.Select(at => files[at]).ToList()),
        };
    }
}
