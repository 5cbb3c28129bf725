using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;

namespace SigmaPS.Core.Release;

/// <summary>
/// The file .sigma/ENV.json beside the models: which live model a file was published as. It finds a model again that the folder has
/// renamed; without it everything else is the same.
/// </summary>
internal sealed class ReleaseState
{
    private static readonly StateFile<ReleaseStateContent> Format = new(
        "a record of published models",
        "Restore it from version control, or delete it. It is only needed to find models whose files were renamed.");

    private static readonly IReadOnlyDictionary<string, string?> Nothing = new Dictionary<string, string?>();

    private readonly string _path;
    private readonly string _organization;
    private readonly SortedDictionary<string, string> _ids = new(StringComparer.Ordinal);

    private ReleaseState(string path, string organization)
    {
        _path = path;
        _organization = organization;
    }

    /// <summary>Reads the file. A missing file, or one of another organization, is empty.</summary>
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

        var content = Format.Read(state._path);
        foreach (var pair in content.Organization == organization ? content.Models ?? Nothing : Nothing)
        {
            if (pair.Value is { } id)
            {
                state._ids[pair.Key] = id;
            }
        }

        return state;
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
            var models = _ids.ToDictionary(pair => pair.Key, pair => (string?)pair.Value);
            Format.Write(
                _path,
                new ReleaseStateContent
                {
                    Organization = _organization,
                    Models = new SortedDictionary<string, string?>(models, StringComparer.Ordinal),
                });
        }
    }
}
