using System;
using Xunit;

namespace SigmaPS.Tests.Support;

/// <summary>A test that gives files to other users; reported as skipped where the process is not root on Linux.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
        {
            Skip = "Only root on Linux can give a file to another user.";
        }
    }
}
