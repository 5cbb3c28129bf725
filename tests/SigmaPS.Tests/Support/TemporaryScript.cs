using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

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

    /// <summary>The lines that the script has written into its own log, when there are as many as expected.</summary>
    /// <remarks>A command does not wait for a browser that takes long, so the lines may come after its end.</remarks>
    public async Task<string[]> LogAsync(int lines)
    {
        for (Stopwatch watch = Stopwatch.StartNew(); ; await Task.Delay(10))
        {
            string text = File.Exists(Path + ".log") ? await File.ReadAllTextAsync(Path + ".log") : "";
            if (text.Count(c => c == '\n') >= lines || watch.Elapsed > TimeSpan.FromSeconds(60))
            {
                return text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            }
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
