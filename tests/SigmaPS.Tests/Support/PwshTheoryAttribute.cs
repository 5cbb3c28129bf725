using System;
using Xunit;

namespace SigmaPS.Tests.Support;

/// <summary>A theory that starts a PowerShell process; reported as skipped where pwsh is not on the path.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PwshTheoryAttribute : TheoryAttribute
{
    public PwshTheoryAttribute()
    {
        if (PwshFactAttribute.Program is null)
        {
            Skip = "pwsh is not on the path.";
        }
    }
}
