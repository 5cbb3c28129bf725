namespace SigmaPS.Mapping;

/// <summary>Converts between text and the user's spec objects, and keeps the provenance of specs.</summary>
internal static class SpecConverter
{
    /// <summary>Creates the object of a spec that was read from the service.</summary>
    /// <param name="spec">The spec.</param>
    /// <param name="id">The model's UUID.</param>
    /// <param name="session">The session that read it.</param>
    public static SpecNode Read(Core.Api.LiveSpec spec, string id, SigmaSession session)
    {
        var document = spec.Document;
        var origin = document.LatestVersion is { } version
            ? new Core.Writing.SpecProvenance(id, version, spec.Text, session.OrganizationId)
            {
                Name = document.Name,
                Description = document.Description,
            }
            : null;
        try
        {
            return SpecNodeBuilder.Build(document, origin);
        }
        catch (Core.Spec.Json.NotRepresentableException e)
        {
            throw MappingErrors.SpecNotRepresentable(e, id);
        }
    }

    /// <summary>Creates the object of a spec file. The folder's index, if any, gives the base version.</summary>
    /// <param name="path">The full path.</param>
    public static SpecNode ReadFile(string path)
    {
        var document = Core.Files.SpecFileReader.Read(path);
        var entry = Core.Files.ExportIndex.ReadEntry(path);
        var id = document.DataModelId ?? entry?.Id ?? "";
        var version = (entry is not null && entry.Id == id ? entry.BaseOf(document) : null) ?? document.LatestVersion ?? 0;
        var origin = new Core.Writing.SpecProvenance(id, version, document.ToText(), entry?.Organization ?? "")
        {
            Name = document.Name,
            Description = document.Description,
            File = path,
        };
        try
        {
            return SpecNodeBuilder.Build(document, origin);
        }
        catch (Core.Spec.Json.NotRepresentableException e)
        {
            throw MappingErrors.FileNotRepresentable(e, path);
        }
    }

    /// <summary>The model that an object was read from, if its document does not contain the ID.</summary>
    public static string? IdOf(object given) => OriginOf(given) is { DataModelId: { Length: > 0 } id } ? id : null;

    /// <summary>Whether an object of any type has the shape of a spec.</summary>
    public static bool LooksLikeSpec(object given) => NodeValueConverter.Unwrap(given) switch
    {
        SpecNode => true,
        System.Collections.IDictionary table => table.Contains("pages"),
        string => false,
        _ => System.Management.Automation.PSObject.AsPSObject(given).Properties["pages"] is not null,
    };

    /// <summary>The model ID in an object: text, or its property DataModelId.</summary>
    public static string? NamedId(object given)
    {
        try
        {
            return NodeValueConverter.Unwrap(given) as string
                ?? System.Management.Automation.PSObject.AsPSObject(given).Properties["DataModelId"]?.Value?.ToString();
        }
        catch (System.Management.Automation.GetValueException e)
        {
            throw MappingErrors.UnreadableId(e);
        }
    }

    /// <summary>The file an object was read from.</summary>
    public static string? FileOf(object given) => OriginOf(given)?.File;

    /// <summary>Converts the user's spec object to a document.</summary>
    /// <param name="given">An object of any of the accepted shapes.</param>
    /// <param name="log">Receives a line per correction.</param>
    public static Core.Spec.SpecDocument ToDocument(object given, Core.Diagnostics.ILog log)
    {
        var tree = ToTree(given);
        if (tree is Core.Spec.Json.JsonObject root)
        {
            foreach (var warning in Core.Spec.Edit.ListNormalizer.Apply(root))
            {
                log.Warning(warning);
            }
        }

        try
        {
            var document = Core.Spec.SpecDocument.From(tree, "The object of -Spec");
            document.Trace = (NodeValueConverter.Unwrap(given) as SpecNode)?.Trace?.Copy();
            return document;
        }
        catch (Core.Diagnostics.SigmaEngineException e)
            when (System.Management.Automation.PSObject.AsPSObject(given).TypeNames.Contains("Deserialized." + typeof(SpecNode).FullName))
        {
            throw MappingErrors.Truncated(e);
        }
    }

    /// <summary>Converts the user's object to a tree, which need not be a complete spec.</summary>
    /// <param name="given">An object of any of the accepted shapes.</param>
    public static Core.Spec.Json.JsonValue ToTree(object given)
    {
        if (MappingErrors.Mistaken(NodeValueConverter.Unwrap(given)) is { } mistake)
        {
            throw mistake;
        }

        try
        {
            return PSObjectJsonReader.From(given);
        }
        catch (Core.Spec.Json.NotRepresentableException e)
        {
            throw MappingErrors.ObjectNotRepresentable(e);
        }
    }

    /// <summary>Updates the user's object with a changed document. An object that is not a SpecNode is replaced by a new one.</summary>
    /// <param name="document">The changed document.</param>
    /// <param name="given">The user's object.</param>
    public static object Changed(Core.Spec.SpecDocument document, object given)
    {
        var changed = SpecNodeBuilder.Build(document, null);
        var node = NodeValueConverter.Unwrap(given) as SpecNode;
        (node ?? changed).Trace = document.Trace;
        if (node is null)
        {
            return changed;
        }

        SpecNodeUpdate.Apply(node, changed);
        return given;
    }

    /// <summary>Converts a parameter's value to a part of a spec.</summary>
    /// <param name="given">An object, hashtable or plain value.</param>
    /// <param name="parameter">The parameter's name in errors.</param>
    public static Core.Spec.Json.JsonValue ToValue(object given, string parameter)
    {
        try
        {
            return PSObjectJsonReader.From(given);
        }
        catch (Core.Spec.Json.NotRepresentableException e)
        {
            throw MappingErrors.ValueNotRepresentable(e, parameter);
        }
    }

    /// <summary>The provenance of an object that was read in this process.</summary>
    public static Core.Writing.SpecProvenance? OriginOf(object given) => (NodeValueConverter.Unwrap(given) as SpecNode)?.Origin;

    /// <summary>Records a successful write: its version becomes the object's base version.</summary>
    public static void RecordWrite(object given, string dataModelId, string organization, long version, string text)
    {
        // An object that was written to another model keeps its provenance.
        if (
            NodeValueConverter.Unwrap(given) is SpecNode { Origin: { } origin } node
            && (origin.DataModelId == dataModelId || origin.DataModelId.Length == 0))
        {
            node.Origin = origin with { DataModelId = dataModelId, Organization = organization, BaseVersion = version, Text = text };
        }
    }

    /// <summary>Records the live name and description after a change.</summary>
    public static void Renamed(object given, string? name, string? description)
    {
        if (NodeValueConverter.Unwrap(given) is SpecNode { Origin: { } origin } node)
        {
            node.Origin = origin with { Name = name ?? origin.Name, Description = description ?? origin.Description };
        }
    }
}
