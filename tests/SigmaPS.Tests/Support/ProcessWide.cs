using System;
using System.IO;
using System.Runtime.CompilerServices;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Support;

/// <summary>
/// The collection of the classes that change or look at what the whole process shares (environment variables, the system's proxy, all
/// sessions, all events), or that measure a duration. They run one after the other, before all other classes (<see cref="TestOrder"/>).
/// ProcessWideTests finds a class that belongs here.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessWide
{
    public const string Name = "Process-wide";

    [ModuleInitializer]
    internal static void SetEnvironment()
    {
        MemoryFolder.Use();

        // The usage index of tests does not belong into the cache folder of the person who runs them.
        Environment.SetEnvironmentVariable("XDG_CACHE_HOME", Directory.CreateTempSubdirectory("sigmaps-cache-").FullName);

        // The engine would send reports on its own use, beside all tests.
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
    }
}
