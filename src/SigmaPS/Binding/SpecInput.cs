using System;
using SigmaPS.Mapping;

namespace SigmaPS.Binding;

/// <summary>One spec of a command's input: an object, text, a file or a version.</summary>
internal sealed class SpecInput
{
    private SpecInput(string label, Func<Core.Diagnostics.ILog, Core.Spec.SpecDocument> read)
    {
        Label = label;
        Read = read;
    }

    /// <summary>Its name in errors.</summary>
    public string Label { get; }

    /// <summary>Parses it as a document.</summary>
    public Func<Core.Diagnostics.ILog, Core.Spec.SpecDocument> Read { get; }

    /// <summary>The user's object; null for text and files.</summary>
    public object? Given { get; private set; }

    /// <summary>The JSON text; null for objects and files.</summary>
    public string? Text { get; private set; }

    /// <summary>The file; null for objects and text.</summary>
    public string? File { get; private set; }

    /// <summary>The entry of the file in the index of its folder.</summary>
    public Core.Files.IndexEntry? Index { get; private set; }

    public static SpecInput FromObject(object given) =>
        new(SpecConverter.FileOf(given) ?? "The spec", log => SpecConverter.ToDocument(given, log)) { Given = given };

    public static SpecInput FromText(string json) => new("The text of -Json", _ => Core.Spec.SpecDocument.Parse(json, "The text given "
        + "with -Json"))
    { Text = json };

    public static SpecInput FromVersion(Core.Spec.SpecDocument document, long version) => new($"version {version}", _ => document);

    public static SpecInput FromUndo(Core.Writing.UndoTarget target) => new(target.Label, _ => target.Document);

    public static SpecInput FromFile(string path)
    {
        var input = new SpecInput(path, _ => Core.Files.SpecFileReader.Read(path)) { File = path };
        input.Index = Core.Files.ExportIndex.ReadEntry(path);
        return input;
    }

    /// <summary>The target model: the one that the user specified, else the spec's own.</summary>
    /// <exception cref="Core.Diagnostics.SigmaEngineException">Neither the user nor the spec specifies a model.</exception>
    public string Target(Core.Spec.SpecDocument document, string? typed) => (typed is null ? null : Core.Spec.DataModelId.Parse(typed))
        ?? IdOf(document)
        ?? throw BindingErrors.NoModelOfSpec(Label);

    /// <summary>The model that the spec was read from; null if unknown.</summary>
    public string? IdOf(Core.Spec.SpecDocument document) => document.DataModelId ?? (Given is null ? Index?.Id : SpecConverter.IdOf(Given));
}
