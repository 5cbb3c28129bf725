using System.Collections.Generic;
using System.Globalization;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec;

/// <summary>A complete spec of a data model: its tree and its main properties.</summary>
public sealed class SpecDocument
{
    private SpecDocument(JsonObject root)
    {
        SchemaPath = EditorSchema.Take(root);
        Root = root;
    }

    /// <summary>The whole document, including server-managed fields, but without the reference to a schema for editors.</summary>
    public JsonObject Root { get; }

    /// <summary>The JSON schema that the file names for editors; null without one.</summary>
    public string? SchemaPath { get; internal set; }

    /// <summary>The pages, the only part that a PUT applies.</summary>
    public JsonArray Pages => Root.Array("pages")!;

    /// <summary>The UUID of the model that the document was read from; null without one.</summary>
    public string? DataModelId => IdOf(Root);

    /// <summary>The model's name; null without one.</summary>
    public string? Name => Root.Text("name");

    /// <summary>The model's description; null without one.</summary>
    public string? Description => Root.Text("description");

    /// <summary>The ID of the model's folder; null without one.</summary>
    public string? FolderId => Root.Text("folderId");

    /// <summary>The latest published version when the document was read; null if the document does not contain it.</summary>
    public long? LatestVersion => Number("latestDocumentVersion") ?? Number("documentVersion");

    /// <summary>The version of the document; null if the document does not contain it.</summary>
    public long? Version => Number("documentVersion");

    /// <summary>What edits in memory did, so that a rename and its reversal leave no change; null before the first edit.</summary>
    public EditTrace? Trace { get; set; }

    /// <summary>All elements of all pages.</summary>
    public IEnumerable<JsonObject> Elements
    {
        get
        {
            foreach (var page in Pages)
            {
                foreach (var element in (page as JsonObject)?.Array("elements") ?? new JsonArray())
                {
                    if (element is JsonObject o)
                    {
                        yield return o;
                    }
                }
            }
        }
    }

    /// <summary>Parses a text and checks that it is a complete spec.</summary>
    /// <param name="text">JSON.</param>
    /// <param name="source">The name of the text in errors: a file's path, "The text given with -Json", "Sigma's response".</param>
    /// <returns>The document.</returns>
    /// <exception cref="SigmaEngineException">The text is not valid JSON (with line and column), or is not a complete spec.</exception>
    public static SpecDocument Parse(string text, string source)
    {
        try
        {
            return From(JsonTree.Parse(text), source);
        }
        catch (JsonSyntaxException e)
        {
            throw new SigmaEngineException(
                ErrorCode.InvalidSpec, $"{source} is not valid JSON: {e.Problem} at line {e.Position.Line}, column {e.Position.Column}.", e)
            {
                Target = source,
            };
        }
    }

    /// <summary>Checks that a tree is a complete spec.</summary>
    /// <param name="value">The tree.</param>
    /// <param name="source">The name of the tree in errors.</param>
    /// <returns>The document.</returns>
    /// <exception cref="SigmaEngineException">The tree is not a complete spec; the message describes it.</exception>
    public static SpecDocument From(JsonValue value, string source)
    {
        var problem = Problem(value);
        return problem is null
            ? new SpecDocument((JsonObject)value)
            : throw SpecErrors.Incomplete(source, problem);
    }

    /// <summary>Converts a tree to a document; null if it is not a complete spec.</summary>
    /// <param name="value">The tree.</param>
    internal static SpecDocument? TryFrom(JsonValue value) => Problem(value) is null ? new SpecDocument((JsonObject)value) : null;

    /// <summary>Copies the document without the record of its edits, for an edit that leaves this one unchanged.</summary>
    /// <returns>The copy.</returns>
    internal SpecDocument Copy() => new((JsonObject)JsonTree.Copy(Root)) { SchemaPath = SchemaPath };

    /// <summary>The exact body of a PUT: the document without server-managed fields, plus the base version.</summary>
    /// <param name="documentVersion">The live version just read.</param>
    /// <returns>JSON.</returns>
    public string ToPutBody(long documentVersion)
    {
        var writer = BeginBody();
        writer.Name("documentVersion");
        writer.Raw(documentVersion.ToString(CultureInfo.InvariantCulture));
        writer.EndObject();
        return writer.Finish();
    }

    /// <summary>The exact body of a POST: the document without server-managed fields, plus name and folder of the new model.</summary>
    /// <param name="name">The name.</param>
    /// <param name="folderId">The folder's ID.</param>
    /// <returns>JSON.</returns>
    public string ToPostBody(string name, string folderId)
    {
        var writer = BeginBody();
        writer.Text("name", name);
        writer.Text("folderId", folderId);
        if (Description is { } description)
        {
            writer.Text("description", description);
        }

        writer.EndObject();
        return writer.Finish();
    }

    private JsonWriter BeginBody()
    {
        var writer = new JsonWriter(indent: false);
        writer.BeginObject();
        foreach (var member in Root)
        {
            if (!ServerManagedFields.Holds(member.Name))
            {
                writer.Name(member.Name);
                JsonTree.Write(writer, member.Value);
            }
        }

        return writer;
    }

    /// <summary>Writes the whole document as stable text.</summary>
    /// <returns>JSON with two spaces, LF and a final newline.</returns>
    public string ToText() => JsonTree.Text(Root, indent: true);

    /// <summary>The UUID of the model that a document was read from; null without one.</summary>
    internal static string? IdOf(JsonObject? root) =>
        root?.Text("dataModelId") is { } id && Spec.DataModelId.TryParse(id, out var uuid) ? uuid : null;

    private static string? Problem(JsonValue value)
    {
        if (value is not JsonObject root)
        {
            return $"it is {Article(value)}, not an object";
        }

        if (!root.Has("pages"))
        {
            return root.Has("document") ? "it looks like a workbook (its content is in 'document')"
                : root.Has("dataModelUrlId") || root.Has("latestVersion")
                    ? "it is an entry of the list of data models; pipe it into Get-SigmaDataModelSpec first"
                : OtherCase(root, "pages")
                    ?? "the key 'pages' is missing; a PUT replaces the whole model, so a part of a " + "spec is never sent";
        }

        if (root["pages"] is not JsonArray pages)
        {
            return $"'pages' is {Article(root["pages"]!)}, not a list";
        }

        if (root["schemaVersion"] is not JsonNumber version)
        {
            return root.Has("schemaVersion")
                ? $"'schemaVersion' is {Article(root["schemaVersion"]!)}; it must be the number 1"
                : OtherCase(root, "schemaVersion") ?? "the key 'schemaVersion' is missing; it must be the number 1";
        }

        if (!JsonNumbers.Same(version.Text, "1"))
        {
            return $"'schemaVersion' is {version.Text}; this module supports only version 1";
        }

        for (var i = 0; i < pages.Count; i++)
        {
            if (pages[i] is not JsonObject page || page["elements"] is not JsonArray)
            {
                return $"page {i + 1} (at {JsonPointer.Segment("pages")}{JsonPointer.Segment(i)}) has no list 'elements'";
            }
        }

        return null;
    }

    private static string? OtherCase(JsonObject root, string key)
    {
        foreach (var member in root)
        {
            if (string.Equals(member.Name, key, System.StringComparison.OrdinalIgnoreCase))
            {
                return $"there is '{member.Name}', and keys are case-sensitive; write '{key}'";
            }
        }

        return null;
    }

    private static string Article(JsonValue value) =>
        value is JsonArray or JsonObject ? "an " + value.Kind
        : value is JsonNull ? "null"
        : "a " + value.Kind;

    private long? Number(string name) =>
        Root[name] is JsonNumber number
        && long.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
}
