using System;

namespace SigmaPS.Cmdlets;

/// <summary>One spec that shall be written, wherever it came from.</summary>
internal sealed class SpecInput
{
    private SpecInput(string label, Func<Core.Ports.ILog, Core.Spec.SpecDocument> read, object? given)
    {
        Label = label;
        Read = read;
        Given = given;
    }

    /// <summary>What to call it in an error.</summary>
    public string Label { get; }

    /// <summary>Reads it as a document.</summary>
    public Func<Core.Ports.ILog, Core.Spec.SpecDocument> Read { get; }

    /// <summary>The object the user holds; null for texts and files.</summary>
    public object? Given { get; }

    public static SpecInput OfObject(object given) => new("The spec", log => SpecObjects.ToDocument(given, log), given);

    public static SpecInput OfText(string json) => new("The text given with -Json", _ => Core.Spec.SpecDocument.Parse(json, "The text given with -Json"), null);

    public static SpecInput OfFile(string path) => new(path, _ => Core.Spec.SpecDocument.Parse(Core.Spec.Files.SpecText.Read(path), $"The file '{path}'"), null);
}
