namespace SigmaPS.Mapping;

/// <summary>Between texts and what a user holds, with the memory of where a spec came from.</summary>
internal static class SpecConverter
{
    /// <summary>A spec that was read from the service.</summary>
    /// <param name="text">The exact text.</param>
    /// <param name="id">The model.</param>
    /// <param name="session">Where it came from.</param>
    public static SpecNode Read(string text, string id, SigmaSession session)
    {
        var document = Core.Api.LiveSpec.Read(text, id);
        var origin = document.LatestVersion is { } version
            ? new Core.Writing.SpecProvenance(id, version, text, session.OrganizationId) { Name = document.Name, Description = document.Description }
            : null;
        try
        {
            return SpecNodeBuilder.Build(document, origin);
        }
        catch (Core.Spec.Json.NotRepresentableException e)
        {
            throw NotRepresentable(e, $"The representation of data model {id} cannot be shown as an object");
        }
    }

    /// <summary>A spec that was read from a file; the folder's index, where there is one, says what it builds on.</summary>
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
            throw NotRepresentable(e, $"The file '{path}' cannot be shown as an object");
        }
    }

    /// <summary>The model that an object was read from, where its document does not say it.</summary>
    public static string? IdOf(object given) => OriginOf(given) is { DataModelId: { Length: > 0 } id } ? id : null;

    /// <summary>Whether an object has the shape of a spec, whatever its type.</summary>
    public static bool LooksLikeSpec(object given) => NodeValueConverter.Unwrap(given) switch
    {
        SpecNode => true,
        System.Collections.IDictionary table => table.Contains("pages"),
        string => false,
        _ => System.Management.Automation.PSObject.AsPSObject(given).Properties["pages"] is not null,
    };

    /// <summary>The model that an object names: an id as text, or its property DataModelId.</summary>
    public static string? NamedId(object given)
    {
        try
        {
            return NodeValueConverter.Unwrap(given) as string ?? System.Management.Automation.PSObject.AsPSObject(given).Properties["DataModelId"]?.Value?.ToString();
        }
        catch (System.Management.Automation.GetValueException e)
        {
            throw new Core.Diagnostics.SigmaEngineException(Core.Diagnostics.ErrorCode.InvalidId, $"The object's property DataModelId cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The file an object was read from.</summary>
    public static string? FileOf(object given) => OriginOf(given)?.File;

    /// <summary>A spec that a user holds as a document.</summary>
    /// <param name="given">An object of any of the accepted shapes.</param>
    /// <param name="log">Where to say what was put right.</param>
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
            var document = Core.Spec.SpecDocument.From(tree, "The object given as -Spec");
            document.WrittenNames.UnionWith((NodeValueConverter.Unwrap(given) as SpecNode)?.WrittenNames ?? System.Array.Empty<string>());
            return document;
        }
        catch (Core.Diagnostics.SigmaEngineException e) when (System.Management.Automation.PSObject.AsPSObject(given).TypeNames.Contains("Deserialized." + typeof(SpecNode).FullName))
        {
            throw new Core.Diagnostics.SigmaEngineException(e.Kind, e.Message + " PowerShell cuts a spec off on its way into a job or to another machine; what comes back from there is whole. Take the text there instead: Get-SigmaDataModelSpec -AsJson and Set-SigmaDataModelSpec -Json.", e) { Target = e.Target };
        }
    }

    /// <summary>What a user holds as a tree, which need not be a complete representation.</summary>
    /// <param name="given">An object of any of the accepted shapes.</param>
    public static Core.Spec.Json.JsonValue ToTree(object given)
    {
        if (DescribeMistake(NodeValueConverter.Unwrap(given)) is { } hint)
        {
            throw new Core.Diagnostics.SigmaEngineException(Core.Diagnostics.ErrorCode.InvalidSpec, hint);
        }

        try
        {
            return PSObjectJsonReader.From(given);
        }
        catch (Core.Spec.Json.NotRepresentableException e)
        {
            throw NotRepresentable(e, "This object cannot be written as JSON");
        }
    }

    /// <summary>Gives the object that a user holds the content of a changed document. Only an object that is not a SpecNode comes back as a new one.</summary>
    /// <param name="document">The changed document.</param>
    /// <param name="given">The object that it was made from.</param>
    public static object Changed(Core.Spec.SpecDocument document, object given)
    {
        var changed = SpecNodeBuilder.Build(document, null);
        var node = NodeValueConverter.Unwrap(given) as SpecNode;
        (node ?? changed).WrittenNames = new System.Collections.Generic.List<string>(document.WrittenNames);
        if (node is null)
        {
            return changed;
        }

        SpecNodeUpdate.Apply(node, changed);
        return given;
    }

    /// <summary>A part of a spec that a user gives as a parameter.</summary>
    /// <param name="given">An object, hashtable or plain value.</param>
    /// <param name="parameter">What to call it in an error.</param>
    public static Core.Spec.Json.JsonValue ToValue(object given, string parameter)
    {
        try
        {
            return PSObjectJsonReader.From(given);
        }
        catch (Core.Spec.Json.NotRepresentableException e)
        {
            throw NotRepresentable(e, $"What {parameter} gives cannot be written as JSON");
        }
    }

    /// <summary>What is remembered of an object that was read in this process.</summary>
    public static Core.Writing.SpecProvenance? OriginOf(object given) => (NodeValueConverter.Unwrap(given) as SpecNode)?.Origin;

    /// <summary>A write has succeeded: the object builds on what it made.</summary>
    public static void RecordWrite(object given, string dataModelId, string organization, long version, string text)
    {
        // A copy that goes to another model stays what it is: a copy of the first.
        if (NodeValueConverter.Unwrap(given) is SpecNode { Origin: { } origin } node && (origin.DataModelId == dataModelId || origin.DataModelId.Length == 0))
        {
            node.Origin = origin with { DataModelId = dataModelId, Organization = organization, BaseVersion = version, Text = text };
        }
    }

    /// <summary>Name or description have been set: the object knows what is live now.</summary>
    public static void Renamed(object given, string? name, string? description)
    {
        if (NodeValueConverter.Unwrap(given) is SpecNode { Origin: { } origin } node)
        {
            node.Origin = origin with { Name = name ?? origin.Name, Description = description ?? origin.Description };
        }
    }

    // What people pipe in when they mean something else.
    private static string? DescribeMistake(object? given) => given switch
    {
        DataModel model => $"\"{model.Name}\" is an entry of the list of data models, not a representation; pipe it into Get-SigmaDataModelSpec first.",
        WriteResult => "This is the result of a write, not a representation; its property Spec is one.",
        string => "This is text, not a representation as an object; give it as -Json.",
        System.IO.FileSystemInfo file => $"'{file.FullName}' is a file, not a representation; give it as -LiteralPath.",
        _ => null,
    };

    private static Core.Diagnostics.SigmaEngineException NotRepresentable(Core.Spec.Json.NotRepresentableException e, string what) =>
        new(Core.Diagnostics.ErrorCode.SpecNotRepresentable, $"{what}: at {e.Place}, {e.Message}.", e) { Target = e.Pointer };
}
