using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Release;

/// <summary>
/// The file .sigma/ENV.json beside the models: which live model a file was published as. It finds a model again that the folder has
/// renamed; without it everything else is the same.
/// </summary>
internal sealed class ReleaseState
{
    private readonly string _path;
    private readonly string _organization;
    private readonly SortedDictionary<string, string> _ids = new(StringComparer.Ordinal);

    private ReleaseState(string path, string organization)
    {
        _path = path;
        _organization = organization;
    }

    /// <summary>Reads the file; one that is missing, or is about another organisation, is empty.</summary>
    /// <exception cref="SigmaEngineException">It is there and cannot be read.</exception>
    public static ReleaseState Read(string folder, string environment, string organization)
    {
        var name = SafeFileName.FromName(environment);

        // index.json is the export folder's own.
        var state = new ReleaseState(
            Path.Combine(
                folder,
                ".sigma",
                (string.Equals(name, "index", StringComparison.OrdinalIgnoreCase) ? "_" + name : name) + ".json"),
            organization);
        if (!File.Exists(state._path))
        {
            return state;
        }

        try
        {
            var root = JsonTree.Parse(TextFileReader.Read(state._path)) as JsonObject;
            foreach (
                var member in root?.Text("organization") == organization ? root.Object("models") ?? new JsonObject() : new JsonObject())
            {
                if (member.Value is JsonString id)
                {
                    state._ids[member.Name] = id.Value;
                }
            }

            return state;
        }
        catch (JsonSyntaxException e)
        {
            throw new SigmaEngineException(
                ErrorCode.FileFailed,
                $"'{state._path}' is damaged: {e.Message}. Take it from version control, or delete it: only renamed models are found by "
                    + "it.",
                e)
            {
                Target = state._path,
            };
        }
    }

    /// <summary>The live model that a file was published as; null where that is not remembered.</summary>
    public string? Find(string key) => _ids.TryGetValue(key, out var id) ? id : null;

    /// <summary>Remembers.</summary>
    public void Set(string key, string dataModelId)
    {
        lock (_ids)
        {
            if (Find(key) == dataModelId)
            {
                return;
            }

            _ids[key] = dataModelId;
            var root = new JsonObject();
            root.Add("organization", new JsonString(_organization));
            var models = new JsonObject();
            _ids.ToList().ForEach(pair => models.Add(pair.Key, new JsonString(pair.Value)));
            root.Add("models", models);
            var writer = new JsonWriter();
            JsonTree.Write(writer, root);
            AtomicFile.Write(_path, writer.Finish());
        }
    }
}
