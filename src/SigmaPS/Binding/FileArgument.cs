using System.Linq;
using System.Management.Automation;

namespace SigmaPS.Binding;

/// <summary>A file that arrives as an object: the output of Get-ChildItem, in this session or from a job.</summary>
internal static class FileArgument
{
    private static readonly string[] FileTypes =
    {
        "System.IO.FileInfo", "System.IO.DirectoryInfo", "Deserialized.System.IO.FileInfo", "Deserialized.System.IO.DirectoryInfo",
    };

    /// <summary>The full path of the file.</summary>
    /// <param name="given">An argument of any type.</param>
    /// <returns>The path; null if the argument is not a file.</returns>
    public static string? PathOf(object? given) =>
        given is not null && PSObject.AsPSObject(given) is var input && input.TypeNames.Any(name => FileTypes.Contains(name))
            ? input.Properties["FullName"]?.Value as string
            : null;
}
