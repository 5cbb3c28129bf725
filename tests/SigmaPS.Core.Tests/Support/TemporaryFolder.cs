using System;
using System.IO;

namespace SigmaPS.Core.Tests.Support;

/// <summary>A folder of the test's own, removed afterwards.</summary>
public abstract class TemporaryFolder : IDisposable
{
    protected string Folder { get; } = Directory.CreateTempSubdirectory("sigmaps-").FullName;

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
