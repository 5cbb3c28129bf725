using System;
using System.IO;

namespace SigmaPS.Tests.Support;

/// <summary>A shell script in a folder of its own.</summary>
internal sealed class TemporaryScript : IDisposable
{
    public TemporaryScript(string body)
    {
        Folder = Directory.CreateTempSubdirectory("sigmaps-script-").FullName;
        Path = System.IO.Path.Combine(Folder, "script");
        File.WriteAllText(Path, "#!/bin/sh\n" + body + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public string Folder { get; }

    public string Path { get; }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
