using System.IO;
using Xunit;

namespace SigmaPS.Core.Tests.Support;

/// <summary>A test over a file beside the repository; without the file it reports skipped.</summary>
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string file)
    {
        if (PathOf(file) is null)
        {
            Skip = $"../shared/{file} is not there";
        }
    }

    /// <summary>The full path of a shared file or folder; null where it is absent.</summary>
    public static string? PathOf(string file)
    {
        string? path = Corpus.Repository() is { } root ? Path.Combine(Path.GetDirectoryName(root)!, "shared", file) : null;
        return File.Exists(path) || Directory.Exists(path) ? path : null;
    }
}
