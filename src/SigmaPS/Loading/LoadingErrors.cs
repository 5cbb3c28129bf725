using System.IO;

namespace SigmaPS.Loading;

/// <summary>The errors of an incomplete installation.</summary>
internal static class LoadingErrors
{
    public static FileNotFoundException FileMissing(string name, string folder, string path) =>
        new(
            $"{name}.dll is missing from the SigmaPS module at {folder}. The installation is incomplete; install the module again.",
            path);
}
