using System;

namespace SigmaPS.Tests.Support;

/// <summary>An environment variable of one test: its name is unique, so no other test can see it.</summary>
internal sealed class OwnVariable : IDisposable
{
    public string Name { get; } = "SIGMAPS_TEST_" + Guid.NewGuid().ToString("N");

    public void Set(string? value) => Environment.SetEnvironmentVariable(Name, value);

    public void Dispose() => Set(null);
}
