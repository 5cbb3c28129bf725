using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Codebase;

/// <summary>Classes run side by side, so a class whose result depends on the whole process belongs to the one collection that runs
/// alone.</summary>
public sealed class ProcessWideTests
{
    private const string Own = $"[Collection({nameof(ProcessWide)}.{nameof(ProcessWide.Name)})]";

    private static readonly (string Subject, Regex Use)[] Shared =
    [
        ("environment variables", new(@"\bSetEnvironmentVariable\(")),
        ("the system's proxy", new(@"\bHttpClient\.DefaultProxy\b")),
        ("the current folder", new(@"\bSetCurrentDirectory\(|\bEnvironment\.CurrentDirectory\s*=")),
        ("the console", new(@"\bConsole\.(Set(Out|Error|In)|(Input|Output)Encoding)\b")),
        ("the culture of new threads", new(@"\bDefaultThreadCurrent(UI)?Culture\b")),
        ("all sessions", new(@"Get-SigmaSession -All|SigmaSessionAmbiguous|\bsharesSessions:\s*true")),
        ("all events", new(@"\bEventListener\b|\bDiagnosticListener\.AllListeners\b")),
        ("the loaded assemblies", new(@"\bAssemblyLoadContext\.(All|Default\.)|""Handlers""")),
        ("new files of the machine", new(@"GetFileSystemEntries\(Path\.GetTempPath\(\)\)")),
        ("a duration", new(@"\bStopwatch\b|\bUtcNow - ")),
    ];

    // They set up what all tests share, and describe it.
    private static readonly string[] Exempt = ["ProcessWide", "ProcessWideTests", "OwnVariable"];

    [Fact]
    public void Class_that_depends_on_the_whole_process_runs_alone() => Assert.Equal([], FindMisplaced(ReadSources()));

    [Theory]
    [InlineData("Environment.SetEnvironmentVariable(name, null);")]
    [InlineData("HttpClient.DefaultProxy = proxy;")]
    [InlineData("Directory.SetCurrentDirectory(folder);")]
    [InlineData("Console.SetOut(writer);")]
    [InlineData("CultureInfo.DefaultThreadCurrentCulture = turkish;")]
    [InlineData("_shell.Run(\"Get-SigmaSession -All | Disconnect-Sigma\");")]
    [InlineData("using Shell third = new(sharesSessions: true);")]
    [InlineData("Stopwatch watch = Stopwatch.StartNew();")]
    public void Class_is_found_by_its_own_code_and_by_that_of_its_helpers(string code)
    {
        const string Test = "public sealed class XTests { [Fact] public void X() { new Helper(); } }";
        string helper = $"internal class Helper {{ void X() {{ {code} }} }}";
        const string Between = "internal class Helper : Lower { }";
        Assert.Single(FindMisplaced([Test.Replace("new Helper()", code, StringComparison.Ordinal)]));
        Assert.Single(FindMisplaced([Test, helper]));
        Assert.Single(FindMisplaced([Test, Between, helper.Replace("class Helper", "class Lower", StringComparison.Ordinal)]));
        Assert.Empty(FindMisplaced([Test, "internal class Helper { }"]));
        Assert.Empty(FindMisplaced([Own + "\n" + Test, helper]));
    }

    private static IEnumerable<string> FindMisplaced(IEnumerable<string> texts)
    {
        Source[] sources = [.. texts.Select(text => new Source(text)).Where(source => !Exempt.Contains(source.Name))];
        Dictionary<Source, string> found = [];
        foreach (Source source in sources)
        {
            if (Shared.FirstOrDefault(shared => shared.Use.IsMatch(source.Text)).Subject is { } subject)
            {
                found.Add(source, subject);
            }
        }

        // A user of a helper of this kind, directly or through another one, is of this kind too.
        Queue<Source> helpers = new(found.Keys.Where(source => !source.IsTest));
        while (helpers.TryDequeue(out Source? helper))
        {
            foreach (Source source in sources.Where(source => !found.ContainsKey(source) && source.Mentions(helper.Name)))
            {
                found.Add(source, $"{found[helper]} (through {helper.Name})");
                if (!source.IsTest)
                {
                    helpers.Enqueue(source);
                }
            }
        }

        return found
            .Where(pair => pair.Key.IsTest && !pair.Key.Text.Contains(Own, StringComparison.Ordinal))
            .Select(pair => $"{pair.Key.Name} depends on {pair.Value} without {Own}");
    }

    private static List<string> ReadSources() =>
        [.. Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "tests", "SigmaPS.Tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Regex.IsMatch(file, @"[/\\](obj|bin)[/\\]"))
            .Select(File.ReadAllText)];

    /// <summary>A file with the first type that it declares.</summary>
    private sealed record Source(string Text)
    {
        public string Name { get; } = Regex.Match(Text, @"(?m)^(?:\w+ )+(?:class|record|struct|interface|enum) (\w+)").Groups[1].Value;

        public bool IsTest { get; } = Regex.IsMatch(Text, @"\[\w*(Fact|Theory)\b");

        public bool Mentions(string type) => Regex.IsMatch(Text, $@"(?<![\w.]){type}\b");
    }
}
