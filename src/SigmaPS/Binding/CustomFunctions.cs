using System;
using System.Collections.Generic;
using System.IO;

namespace SigmaPS.Binding;

/// <summary>Finds the custom functions of an organization in the rules file of a spec or of a folder.</summary>
internal static class CustomFunctions
{
    /// <summary>The functions for a spec's file; empty for a spec without a file.</summary>
    public static IReadOnlyCollection<string> ForFile(string? file) =>
        file is null ? Array.Empty<string>() : new Core.Reports.RulesFileLocator().For(file).CustomFunctions;

    /// <summary>The functions for the specs of a folder.</summary>
    public static IReadOnlyCollection<string> ForFolder(string folder) =>
        ForFile(Path.Combine(folder, Core.Reports.RulesFileLocator.FileName));
}
