using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Release;

/// <summary>
/// Finds the variables that a release replaces in a file: those of the environments in its folder or in the nearest folder above.
/// </summary>
public sealed class DeclaredVariables
{
    private readonly Dictionary<string, ISet<string>> _byFolder = new(StringComparer.Ordinal);

    /// <summary>The test for the texts of a file.</summary>
    /// <param name="file">The full path of a spec; null for a spec without a file, which no release reads.</param>
    /// <returns>Whether a text contains a variable that a release replaces; null where no environment declares one.</returns>
    public Func<string, bool>? TestFor(string? file)
    {
        var folder = Path.GetDirectoryName(file);
        if (string.IsNullOrEmpty(folder))
        {
            return null;
        }

        if (!_byFolder.TryGetValue(folder!, out var names))
        {
            _byFolder.Add(folder!, names = new HashSet<string>(Read(EnvironmentReader.TryFind(folder!)), StringComparer.Ordinal));
        }

        return names.Count == 0 ? null : text => VariableSubstitution.Uses(text, names);
    }

    private static IEnumerable<string> Read(string? path) =>
        (path is null ? new JsonObject() : EnvironmentReader.All(path))
        .SelectMany(environment => (environment.Value as JsonObject)?.Object("variables") ?? new JsonObject())
        .Select(variable => variable.Name);
}
