using System;
using Xunit;

namespace SigmaPS.Tests.Support;

/// <summary>A test of what only Linux and macOS have: modes of files, the variable BROWSER. Reported as skipped on Windows.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Windows does not have it.";
        }
    }
}
