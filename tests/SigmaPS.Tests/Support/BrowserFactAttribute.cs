using System;
using System.IO;
using System.Linq;
using Xunit;

namespace SigmaPS.Tests.Support;

/// <summary>A test that opens a page in Chromium; reported as skipped where it is not on the path.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    public BrowserFactAttribute()
    {
        if (Program is null)
        {
            Skip = "Chromium is not on the path.";
        }
    }

    /// <summary>The full path of the browser; null without one.</summary>
    public static string? Program { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Where(folder => folder.Length > 0)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}
