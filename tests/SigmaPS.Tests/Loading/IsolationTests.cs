using System;
using System.Collections.Generic;
using System.Diagnostics.Tracing;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Loading;

[Collection(ProcessWide.Name)]
public sealed class IsolationTests : ShellTest
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    [Theory]
    [InlineData("Newtonsoft.Json.Missing")]
    [InlineData("Microsoft.Extensions.Missing")]
    [InlineData("Polly")]
    public void Assembly_missing_from_deps_is_an_error_and_never_a_copy_of_another_module(string name)
    {
        TargetInvocationException e = Assert.Throws<TargetInvocationException>(() => Load(name));
        Assert.Contains("installation is incomplete", Assert.IsType<FileNotFoundException>(e.InnerException).Message);
    }

    [Theory]
    [InlineData("System.Text.Json")]
    [InlineData("netstandard")]
    [InlineData("Microsoft.Win32.Primitives")]
    public void Assemblies_of_NET_are_left_to_NET(string name) => Assert.Null(Load(name));

    [Theory]
    [InlineData("Newtonsoft.Json")]
    [InlineData("SigmaPS.Core.Extra")]
    [InlineData("Somebody.Elses")]
    public void Handler_of_the_process_resolves_only_our_assemblies(string name) =>
        Assert.Null(
            Thin.GetType("SigmaPS.Loading.CoreResolver")!
                .GetMethod("Resolve", Any)!
                .Invoke(null, [AssemblyLoadContext.Default, new AssemblyName(name)]));

    [Fact]
    public void Import_touches_no_network_and_no_file_outside_the_module()
    {
        // Other processes write into the folder of the machine. The first variable counts on Unix, the second one on Windows.
        string[] variables = ["TMPDIR", "TMP"];
        string?[] before = [.. variables.Select(Environment.GetEnvironmentVariable)];
        DirectoryInfo own = Directory.CreateTempSubdirectory("sigmaps-");
        using Network network = new();
        try
        {
            Array.ForEach(variables, name => Environment.SetEnvironmentVariable(name, own.FullName));
            using (new Shell())
            {
            }

            Assert.Equal([], network.Seen);
            Assert.Equal([], own.EnumerateFileSystemInfos().Select(entry => entry.Name));
        }
        finally
        {
            foreach ((string name, string? value) in variables.Zip(before))
            {
                Environment.SetEnvironmentVariable(name, value);
            }

            own.Delete(recursive: true);
        }
    }

    private static Assembly Thin => AppDomain.CurrentDomain.GetAssemblies().Single(a => a.GetName().Name == "SigmaPS");

    private static object? Load(string name)
    {
        object live = Thin.GetType("SigmaPS.Loading.CoreResolver")!.GetField("Context", Any)!.GetValue(null)!;
        object context = live.GetType().GetProperty("Value")!.GetValue(live)!;
        return context.GetType().GetMethod("Load", Any, [typeof(AssemblyName)])!.Invoke(context, [new AssemblyName(name)]);
    }

    private sealed class Network : EventListener
    {
        private readonly List<string> _seen = [];

        public IReadOnlyList<string> Seen
        {
            get
            {
                lock (_seen)
                {
                    return [.. _seen];
                }
            }
        }

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name is "System.Net.NameResolution" or "System.Net.Sockets" or "System.Net.Http")
            {
                EnableEvents(eventSource, EventLevel.Informational);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventName is "ResolutionStart" or "ConnectStart" or "RequestStart")
            {
                lock (_seen)
                {
                    _seen.Add(eventData.EventName + " " + string.Join(' ', eventData.Payload ?? new List<object?>().AsReadOnly()));
                }
            }
        }
    }
}
