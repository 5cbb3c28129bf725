using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mono.Cecil;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Loading;

/// <summary>
/// The assemblies that Windows PowerShell 5.1 loads, compared with the members that .NET Framework 4.7.2 and PowerShell have.
/// </summary>
public sealed class DesktopClosureTests
{
    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Repository.DesktopBin, "*.dll").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_reference_resolves_in_the_Desktop_closure(string file)
    {
        using DesktopResolver resolver = new(Repository.DesktopBin);
        using ModuleDefinition module = ModuleDefinition.ReadModule(
            Path.Combine(Repository.DesktopBin, file),
            new ReaderParameters { AssemblyResolver = resolver });
        string[] unresolved =
        [
            .. module.GetTypeReferences().Where(type => Unresolved(type.Resolve)).Select(type => type.FullName),
            .. module.GetMemberReferences().Where(IsDeclared).Where(member => Unresolved(member.Resolve)).Select(member => member.FullName),
        ];
        Assert.Equal([], unresolved);
    }

    [Fact]
    public void Reference_to_an_absent_member_is_found()
    {
        using DesktopResolver resolver = new(Repository.DesktopBin);
        using ModuleDefinition module = ModuleDefinition.ReadModule(
            Path.Combine(Repository.DesktopBin, "SigmaPS.Core.dll"),
            new ReaderParameters { AssemblyResolver = resolver });
        MethodReference absent = new("NotThere", module.TypeSystem.Void, module.TypeSystem.String);
        TypeReference type = new(
            "System.Net.Http",
            "SocketsHttpHandler",
            module,
            module.AssemblyReferences.Single(reference => reference.Name == "System.Net.Http"));
        Assert.True(Unresolved(absent.Resolve));
        Assert.True(Unresolved(type.Resolve));
    }

    // The runtime itself makes the members of an array.
    private static bool IsDeclared(MemberReference member) => member.DeclaringType is not ArrayType;

    private static bool Unresolved(Func<IMemberDefinition?> resolve)
    {
        try
        {
            return resolve() is null;
        }
        catch (AssemblyResolutionException)
        {
            return true;
        }
    }

    /// <summary>Looks in the staged folder first, as 5.1 does, then among the assemblies of .NET Framework and PowerShell.</summary>
    private sealed class DesktopResolver : BaseAssemblyResolver
    {
        private readonly Dictionary<string, AssemblyDefinition> _read = [];

        public DesktopResolver(string staged)
        {
            foreach (string folder in GetSearchDirectories())
            {
                RemoveSearchDirectory(folder);
            }

            string framework = Path.Combine(Repository.FrameworkReferences, "build", ".NETFramework", "v4.7.2");
            Array.ForEach([staged, framework, Path.Combine(framework, "Facades"), Repository.PowerShellReferences], AddSearchDirectory);
        }

        public override AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters)
        {
            if (!_read.TryGetValue(name.Name, out AssemblyDefinition? assembly))
            {
                _read[name.Name] = assembly = Find(name, parameters);
            }

            return assembly;
        }

        // Not the base's own search: it ends in the directories of the runtime that the test runs on.
        private AssemblyDefinition Find(AssemblyNameReference name, ReaderParameters parameters) =>
            GetSearchDirectories().Select(folder => Path.Combine(folder, name.Name + ".dll")).FirstOrDefault(File.Exists) is { } file
                ? AssemblyDefinition.ReadAssembly(file, new ReaderParameters { AssemblyResolver = this })
                : throw new AssemblyResolutionException(name);

        protected override void Dispose(bool disposing)
        {
            foreach (AssemblyDefinition assembly in _read.Values)
            {
                assembly.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
