using System;
using SigmaPS.Mapping;

namespace SigmaPS.Binding;

/// <summary>One spec that shall be written, wherever it came from.</summary>
internal sealed class SpecInput
{
    private SpecInput(string label, Func<Core.Diagnostics.ILog, Core.Spec.SpecDocument> read)
    {
        Label = label;
        Read = read;
    }

    /// <summary>What to call it in an error.</summary>
    public string Label { get; }

    /// <summary>Reads it as a document.</summary>
    public Func<Core.Diagnostics.ILog, Core.Spec.SpecDocument> Read { get; }

    /// <summary>The object the user holds; null for texts and files.</summary>
    public object? Given { get; private set; }

    /// <summary>The JSON text; null for objects and files.</summary>
    public string? Text { get; private set; }

    /// <summary>The file that is written from; null for objects and texts.</summary>
    public string? File { get; private set; }

    /// <summary>What the file's folder remembers of it.</summary>
    public Core.Files.IndexEntry? Index { get; private set; }

    public static SpecInput FromObject(object given) => new(SpecConverter.FileOf(given) ?? "The spec", log => SpecConverter.ToDocument(given, log)) { Given = given };

    public static SpecInput FromText(string json) => new("The text given with -Json", _ => Core.Spec.SpecDocument.Parse(json, "The text given with -Json")) { Text = json };

    public static SpecInput FromVersion(Core.Spec.SpecDocument document, long version) => new($"version {version}", _ => document);

    public static SpecInput FromUndo(Core.Writing.UndoTarget target) => new(target.Label, _ => target.Document);

    public static SpecInput FromFile(string path)
    {
        var input = new SpecInput(path, _ => Core.Files.SpecFileReader.Read(path)) { File = path };
        input.Index = Core.Files.ExportIndex.ReadEntry(path);
        return input;
    }

    /// <summary>The model it goes to: the one that the user named, else its own.</summary>
    /// <exception cref="Core.Diagnostics.SigmaEngineException">Nobody says which.</exception>
    public string Target(Core.Spec.SpecDocument document, string? typed) => (typed is null ? null : Core.Spec.DataModelId.Parse(typed))
        ?? IdOf(document)
        ?? throw new Core.Diagnostics.SigmaEngineException(Core.Diagnostics.ErrorCode.InvalidId, $"{Label} names no data model (its key 'dataModelId' is missing or no UUID); say -DataModelId.");

    /// <summary>The model that it was read from; null where nobody says it.</summary>
    public string? IdOf(Core.Spec.SpecDocument document) => document.DataModelId ?? (Given is null ? Index?.Id : SpecConverter.IdOf(Given));
}
