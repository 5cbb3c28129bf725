using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Release;

/// <summary>The newest run record of an organization in a folder of runs.</summary>
public static class LatestRun
{
    /// <summary>Finds it.</summary>
    /// <param name="folder">The folder of runs.</param>
    /// <param name="organization">The organization.</param>
    /// <exception cref="SigmaEngineException">There is none.</exception>
    public static RunFile Find(string folder, string organization)
    {
        foreach (var path in Newest(folder))
        {
            // A record that cannot be read may be the newest one: going on would undo an older release.
            var run = RunFile.Read(path);
            if (run.Organization == organization)
            {
                return run;
            }
        }

        throw ReleaseErrors.NoRunRecord(folder, organization);
    }

    // The names of run folders begin with the time; runs begun in the same second have a number at the end.
    private static IEnumerable<string> Newest(string folder) => Folders(folder)
        .OrderByDescending(name => Path.GetFileName(name).Split('-')[0], StringComparer.Ordinal)
        .ThenByDescending(name => File.GetCreationTimeUtc(name))
        .Select(name => Path.Combine(name, "run.json")).Where(File.Exists);

    private static string[] Folders(string folder) => Directory.Exists(folder) ? Directory.GetDirectories(folder) : Array.Empty<string>();
}
