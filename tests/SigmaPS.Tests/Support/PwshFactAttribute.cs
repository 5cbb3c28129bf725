using System;
using System.IO;
using System.Linq;
using Xunit;

namespace SigmaPS.Tests.Support;

/// <summary>A test that starts a PowerShell process; reported as skipped where pwsh is not on the path.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PwshFactAttribute : FactAttribute
{
    public PwshFactAttribute()
    {
        if (Program is null)
        {
            Skip = "pwsh is not on the path.";
        }
    }

    /// <summary>The full path of pwsh; null without one.</summary>
    public static string? Program { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Where(folder => folder.Length > 0)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh"))
            .FirstOrDefault(File.Exists);
}
