using System;
using System.IO;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Files;

/// <summary>A folder with one file per model. A file is found by its model's ID, even after a rename.</summary>
public sealed class ExportFolder
{
    private readonly string _folder;
    private readonly string _organization;
    private readonly ExportIndex _index;
    private readonly ILookup<string, string> _present;
    private bool _needsSchema;

    private ExportFolder(string folder, string organization)
    {
        _folder = folder;
        _organization = organization;
        _index = ExportIndex.Read(folder);
        _present = (Directory.Exists(folder) ? Directory.GetFiles(folder).Where(SpecFile.IsSpec) : Enumerable.Empty<string>())
            .Select(path => Path.GetFileName(path)!).ToLookup(ShortIdOf, StringComparer.Ordinal);
    }

    /// <summary>Opens a folder, which need not exist yet.</summary>
    /// <param name="folder">The full path.</param>
    /// <param name="organization">The organization's ID.</param>
    /// <returns>The folder.</returns>
    public static ExportFolder Open(string folder, string organization) => new(folder, organization);

    /// <summary>Plans the name and the change of a file; it writes no file.</summary>
    /// <param name="document">The spec.</param>
    /// <param name="format">The format.</param>
    /// <param name="contentOnly">Whether the file omits server-managed fields, which only the index then contains.</param>
    /// <param name="knownId">The model's ID, if it is known from another source than the document.</param>
    /// <param name="knownVersion">The base version, if it is known from another source; 0 if unknown.</param>
    /// <param name="knownOrganization">The organization's ID, if it is known from another source.</param>
    /// <param name="overwriteEdited">Whether to replace a file with edits. A spec of another model is never replaced.</param>
    /// <param name="namesSchema">Whether the file names the JSON schema for editors; null to keep the reference that it has.</param>
    /// <returns>The planned file and its text.</returns>
    public ExportPlan Plan(
        SpecDocument document,
        SpecFormat format,
        bool contentOnly,
        string? knownId = null,
        long knownVersion = 0,
        string? knownOrganization = null,
        bool overwriteEdited = false,
        bool? namesSchema = null)
    {
        var id = NullIfEmpty(knownId)
            ?? document.DataModelId
            ?? throw new SigmaEngineException(
                ErrorCode.InvalidId,
                $"The spec \"{document.Name}\" has no dataModelId, so an export could not find its file again.");
        var name = ExportedFile.NameOf(document, id, format);
        var root = contentOnly ? ExportIndex.Content(document.Root, withName: true) : document.Root;
        var recorded = _index.Find(id);

        // Without a session, a spec in memory stays with the organization that the index recorded.
        var organization = NullIfEmpty(knownOrganization) ?? NullIfEmpty(_organization) ?? recorded?.Organization ?? "";
        var entry = new IndexEntry(
            id,
            name,
            organization,
            knownVersion > 0 ? knownVersion : document.Version ?? document.LatestVersion ?? 0,
            ExportIndex.Fingerprint(document))
        {
            OwnVersion = contentOnly ? null : document.LatestVersion,
            Content = ExportIndex.ContentFingerprint(document),
        };
        var here = ExportedFile.At(Path.Combine(_folder, name), id, organization, recorded);
        var old = Old(id, name, organization, recorded);
        var edited =
            here is not null && !here.IsEmpty && !here.Has(root) && !here.IsUnedited(document) ? here
            : old is not null && !old.IsUnedited(document) ? old
            : null;
        if (edited is not null && (!overwriteEdited || edited.IsOfAnother(id)))
        {
            return new ExportPlan(id, edited.Path, null, "", ExportStatus.Kept, entry);
        }

        var schema = SchemaOf(here ?? old, namesSchema);
        var status =
            old is not null && Path.GetExtension(old.Path) == Path.GetExtension(name) ? ExportStatus.Renamed
            : here is not null && here.Has(root) && here.SchemaPath == schema ? ExportStatus.Unchanged
            : ExportStatus.Written;
        var text = EditorSchema.Write(root, format, schema);
        return new ExportPlan(id, Path.Combine(_folder, name), old?.Path, text, status, entry)
        {
            SchemaPath = schema,
            ForeignFile = Foreign(id, name, organization, recorded),
        };
    }

    /// <summary>Writes a file completely or not at all, then deletes the file with the old name.</summary>
    /// <param name="plan">The planned file.</param>
    /// <exception cref="SigmaEngineException">The file cannot be written.</exception>
    public void Write(ExportPlan plan)
    {
        try
        {
            // If names differ only in case, some systems see one file. So move the old file aside first and delete it last.
            var aside =
                plan.OldPath is { } same && string.Equals(same, plan.Path, StringComparison.OrdinalIgnoreCase) && File.Exists(same)
                    ? Path.Combine(_folder, "." + Guid.NewGuid().ToString("N") + ".old")
                    : null;
            if (aside is not null)
            {
                File.Move(plan.OldPath!, aside);
            }

            try
            {
                if (plan.Status != ExportStatus.Unchanged || !File.Exists(plan.Path))
                {
                    AtomicFile.Write(plan.Path, plan.Text);
                }
            }
            catch (SigmaEngineException e) when (aside is not null)
            {
                RestorePrevious(aside, plan.OldPath!, e);
                throw;
            }

            if ((aside ?? plan.OldPath) is { } old && File.Exists(old))
            {
                File.Delete(old);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.NotReplaced(plan, e);
        }

        Remember(plan);
    }

    /// <summary>Records the base version of an up-to-date file in the index.</summary>
    /// <param name="plan">The planned file.</param>
    public void Remember(ExportPlan plan)
    {
        _needsSchema |= plan.SchemaPath == EditorSchema.ExportPath;
        _index.Set(_index.Find(plan.DataModelId) is { } before ? plan.Entry.After(before) : plan.Entry);
    }

    /// <summary>Writes the schema that files name, and then the index as the last step of an export.</summary>
    public void Close()
    {
        if (_needsSchema)
        {
            WriteSchema();
        }

        _index.Save();
    }

    private void WriteSchema()
    {
        var (path, text) = (Path.Combine(_folder, EditorSchema.ExportPath), SpecJsonSchema.Write());
        if (!File.Exists(path) || File.ReadAllText(path) != text)
        {
            AtomicFile.Write(Path.GetFullPath(path), text);
        }
    }

    private static string? SchemaOf(ExportedFile? file, bool? namesSchema) => namesSchema switch
    {
        true => EditorSchema.ExportPath,
        false => null,
        _ => file?.SchemaPath,
    };

    private static void RestorePrevious(string aside, string old, SigmaEngineException first)
    {
        try
        {
            File.Move(aside, old);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw first.With(
                ErrorCode.FileFailed, $"{first.Message} The content of '{old}' is now in '{aside}'; rename that file.");
        }
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    // Find the old file by the index, else by the short ID in its name, so that an export works without the index too.
    private ExportedFile? Old(string id, string name, string organization, IndexEntry? recorded) =>
        new[] { recorded?.File }.Concat(_present[DataModelId.ToShort(id)].OrderBy(file => file, StringComparer.Ordinal))
            .Where(file => file is not null && !string.Equals(file, name, StringComparison.Ordinal))
            .Select(file => ExportedFile.At(Path.Combine(_folder, file!), id, organization, recorded))
            .FirstOrDefault(file => file is { IsOwn: true });

    // The index records this file for the model, but it is not a spec of the model. So the export does not change it.
    private string? Foreign(string id, string name, string organization, IndexEntry? recorded) =>
        recorded is not null && !string.Equals(recorded.File, name, StringComparison.Ordinal)
            && ExportedFile.At(Path.Combine(_folder, recorded.File), id, organization, recorded) is { IsOwn: false } foreign
            ? foreign.Path
            : null;

    // A spec file has an extension, so its name has two parts or more.
    private static string ShortIdOf(string file)
    {
        var parts = file.Split('.');
        return parts[parts.Length - 2];
    }
}
