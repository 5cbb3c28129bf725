#if NETFRAMEWORK
using System;
using System.IO;
using System.Linq;
using System.Reflection;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Desktop;

/// <summary>The assemblies that Windows PowerShell 5.1 loads, in an application domain that sees these alone.</summary>
public sealed class StagedAssembliesTests : TemporaryFolder
{
    [Fact]
    public void Every_method_of_the_staged_assemblies_compiles()
    {
        var staged = Path.Combine(Metadata("StagedModule"), "bin", "Desktop");
        var powerShell = Path.Combine(Metadata("PowerShellStandard"), "lib", "netstandard2.0", "System.Management.Automation.dll");

        // From a folder of its own: beside this assembly are other copies of the staged ones.
        var copy = Path.Combine(Folder, "SigmaPS.Core.Tests.dll");
        File.Copy(typeof(MethodCompiler).Assembly.Location, copy);
        var domain = AppDomain.CreateDomain("staged", null, new AppDomainSetup { ApplicationBase = staged });
        try
        {
            var compiler = (MethodCompiler)domain.CreateInstanceFromAndUnwrap(copy, typeof(MethodCompiler).FullName);
            var failures = compiler.Compile(staged, powerShell);
            Assert.True(failures.Length == 0, string.Join("\n", failures));
            Assert.InRange(compiler.Count, 10_000, int.MaxValue);
        }
        finally
        {
            AppDomain.Unload(domain);
        }
    }

    private static string Metadata(string key) =>
        typeof(StagedAssembliesTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value;
}
#endif
