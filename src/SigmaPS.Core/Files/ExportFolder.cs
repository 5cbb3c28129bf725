using System;
using System.IO;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Files;

/// <summary>What an export did with a file.</summary>
public enum ExportStatus
{
    /// <summary>The file was written.</summary>
    Written,

    /// <summary>The file holds the same already and was not touched.</summary>
    Unchanged,

    /// <summary>The file was written under a new name, because the model was renamed.</summary>
    Renamed,

    /// <summary>The file has edits, or it is not the export's own; it was not touched.</summary>
    Kept,
}

/// <summary>A folder with a file a model, found again by the model's id whatever it is called.</summary>
public sealed class ExportFolder
{
    private readonly string _folder;
    private readonly string _organization;
    private readonly ExportIndex _index;
    private readonly ILookup<string, string> _present;

    private ExportFolder(string folder, string organization)
    {
        _folder = folder;
        _organization = organization;
        _index = ExportIndex.Read(folder);
        _present = (Directory.Exists(folder) ? Directory.GetFiles(folder).Where(SpecFile.IsSpec) : Enumerable.Empty<string>())
            .Select(path => Path.GetFileName(path)!).ToLookup(ShortIdOf, StringComparer.Ordinal);
    }

    /// <summary>Opens a folder; it need not exist yet.</summary>
    /// <param name="folder">The full path.</param>
    /// <param name="organization">The organisation's id.</param>
    /// <returns>The folder.</returns>
    public static ExportFolder Open(string folder, string organization) => new(folder, organization);

    /// <summary>What a file would be called and whether it would change; nothing is written.</summary>
    /// <param name="document">The spec.</param>
    /// <param name="format">The format.</param>
    /// <param name="contentOnly">Whether the service's own fields stay in the index alone.</param>
    /// <param name="knownId">The model, where it is known from elsewhere than the document.</param>
    /// <param name="knownVersion">The version it builds on, likewise; 0 where it is not known.</param>
    /// <param name="knownOrganization">The organisation it is from, likewise.</param>
    /// <param name="overwriteEdited">Whether a file with edits is replaced; a spec of another model never is.</param>
    /// <returns>What to write where.</returns>
    public ExportPlan Plan(SpecDocument document, SpecFormat format, bool contentOnly, string? knownId = null, long knownVersion = 0, string? knownOrganization = null, bool overwriteEdited = false)
    {
        var id = NullIfEmpty(knownId) ?? document.DataModelId ?? throw new SigmaEngineException(ErrorCode.InvalidId, $"The spec \"{document.Name}\" names no data model, so its file could not be found again.");
        var name = ExportedFile.NameOf(document, id, format);
        var root = contentOnly ? ExportIndex.Content(document.Root, withName: true) : document.Root;
        var text = SpecFile.Text(root, format);
        var recorded = _index.Find(id);

        // Without a session, a spec in memory stays with the organization that the index recorded.
        var organization = NullIfEmpty(knownOrganization) ?? NullIfEmpty(_organization) ?? recorded?.Organization ?? "";
        var entry = new IndexEntry(id, name, organization, knownVersion > 0 ? knownVersion : document.Version ?? document.LatestVersion ?? 0, ExportIndex.Fingerprint(document))
        {
            OwnVersion = contentOnly ? null : document.LatestVersion,
            Content = ExportIndex.ContentFingerprint(document),
        };
        var here = ExportedFile.At(Path.Combine(_folder, name), id, organization, recorded);
        var old = Old(id, name, organization, recorded);
        var edited = here is not null && !here.IsEmpty && !here.Has(root) && !here.IsUnedited(document) ? here
            : old is not null && !old.IsUnedited(document) ? old
            : null;
        if (edited is not null && (!overwriteEdited || edited.IsOfAnother(id)))
        {
            return new ExportPlan(id, edited.Path, null, "", ExportStatus.Kept, entry);
        }

        var status = old is not null && Path.GetExtension(old.Path) == Path.GetExtension(name) ? ExportStatus.Renamed
            : here is not null && here.Has(root) ? ExportStatus.Unchanged
            : ExportStatus.Written;
        return new ExportPlan(id, Path.Combine(_folder, name), old?.Path, text, status, entry) { ForeignFile = Foreign(id, name, organization, recorded) };
    }

    /// <summary>Writes a file, whole or not at all, and takes the one with the old name away afterwards.</summary>
    /// <param name="plan">What to write where.</param>
    /// <exception cref="SigmaEngineException">It cannot be written.</exception>
    public void Write(ExportPlan plan)
    {
        try
        {
            // Where names differ in case only, some systems see one file: the old one goes out of the way first and is deleted last.
            var aside = plan.OldPath is { } same && string.Equals(same, plan.Path, StringComparison.OrdinalIgnoreCase) && File.Exists(same) ? Path.Combine(_folder, "." + Guid.NewGuid().ToString("N") + ".old") : null;
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
            throw new SigmaEngineException(ErrorCode.FileFailed, $"The file '{plan.Path}' could not take the place of '{plan.OldPath}': {e.Message}", e) { Target = plan.Path };
        }

        Remember(plan);
    }

    /// <summary>Notes in the index what the file, which is as it should be, builds on.</summary>
    /// <param name="plan">What was found.</param>
    public void Remember(ExportPlan plan) => _index.Set(_index.Find(plan.DataModelId) is { } before ? plan.Entry.After(before) : plan.Entry);

    /// <summary>Writes the index; the last thing an export does.</summary>
    public void Close() => _index.Save();

    private static void RestorePrevious(string aside, string old, SigmaEngineException first)
    {
        try
        {
            File.Move(aside, old);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SigmaEngineException(ErrorCode.FileFailed, $"{first.Message} What was in '{old}' is in '{aside}' now.", first) { Target = first.Target };
        }
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    // By the index where it names a file of the model, else by the short ID in the file's name, so that a lost index loses nothing.
    private ExportedFile? Old(string id, string name, string organization, IndexEntry? recorded) =>
        new[] { recorded?.File }.Concat(_present[DataModelId.ToShort(id)].OrderBy(file => file, StringComparer.Ordinal))
            .Where(file => file is not null && !string.Equals(file, name, StringComparison.Ordinal))
            .Select(file => ExportedFile.At(Path.Combine(_folder, file!), id, organization, recorded))
            .FirstOrDefault(file => file is { IsOwn: true });

    // A file that the index names for the model, but that is not a spec of the model: the export leaves it alone.
    private string? Foreign(string id, string name, string organization, IndexEntry? recorded) =>
        recorded is not null && !string.Equals(recorded.File, name, StringComparison.Ordinal)
            && ExportedFile.At(Path.Combine(_folder, recorded.File), id, organization, recorded) is { IsOwn: false } foreign
            ? foreign.Path
            : null;

    private static string ShortIdOf(string file)
    {
        var parts = file.Split('.');
        return parts.Length >= 3 ? parts[parts.Length - 2] : "";
    }
}

/// <summary>What an export is about to do with one model.</summary>
public sealed class ExportPlan
{
    internal ExportPlan(string dataModelId, string path, string? oldPath, string text, ExportStatus status, IndexEntry entry)
    {
        DataModelId = dataModelId;
        Path = path;
        OldPath = oldPath;
        Text = text;
        Status = status;
        Entry = entry;
    }

    /// <summary>The model.</summary>
    public string DataModelId { get; }

    /// <summary>Where its file goes.</summary>
    public string Path { get; }

    /// <summary>What happens to the file.</summary>
    public ExportStatus Status { get; }

    /// <summary>The version that the file shows.</summary>
    public long Version => Entry.Version;

    /// <summary>Whether anything on the disk would change.</summary>
    public bool Touches => Status is not (ExportStatus.Unchanged or ExportStatus.Kept) || OldPath is not null;

    /// <summary>The file that the index names for the model, but that is not a spec of the model; null where there is none. It stays as it is.</summary>
    public string? ForeignFile { get; init; }

    internal string? OldPath { get; }

    internal string Text { get; }

    internal IndexEntry Entry { get; }
}
