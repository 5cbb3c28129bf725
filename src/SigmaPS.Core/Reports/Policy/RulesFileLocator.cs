using System;
using System.Collections.Generic;
using System.IO;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Reports;

/// <summary>Finds the rules of a file: sigmaps.rules.json in its folder, else in the nearest folder above.</summary>
public sealed class RulesFileLocator
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "sigmaps.rules.json";

    private readonly Dictionary<string, RulePolicy> _byFolder = new(StringComparer.Ordinal);

    /// <summary>The rules for a file.</summary>
    /// <param name="file">The full path of a spec.</param>
    /// <returns>The nearest rules; the module's own severities if there are none.</returns>
    /// <exception cref="SigmaEngineException">The rules cannot be read or have mistakes.</exception>
    public RulePolicy For(string file)
    {
        var folder = Path.GetDirectoryName(file);
        if (string.IsNullOrEmpty(folder))
        {
            return RulePolicy.None;
        }

        if (!_byFolder.TryGetValue(folder!, out var policy))
        {
            var here = Path.Combine(folder!, FileName);
            policy = File.Exists(here) ? RulePolicy.Read(here) : For(folder!);
            _byFolder.Add(folder!, policy);
        }

        return policy;
    }
}
