using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Files;

/// <summary>Reads a spec from a file, in either format.</summary>
public static class SpecFileReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The full path.</param>
    /// <returns>The document.</returns>
    /// <exception cref="SigmaEngineException">The file cannot be read, is neither JSON nor YAML (with line and column), or is not a
    /// complete spec.</exception>
    public static SpecDocument Read(string path) => SpecFile.Parse(TextFileReader.Read(path, ErrorCode.InvalidSpec), path);
}
