using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Codebase;

/// <summary>A test that ends a process ends those that it has started too: a program may be only the launcher of another one.</summary>
public sealed class ProcessTreeTests
{
    private static readonly Regex End = new(@"\.Kill\((?!entireProcessTree: true\)|\$true\))");

    [Fact]
    public void No_test_ends_a_process_without_its_children() =>
        Assert.Equal(
            [],
            Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.*", SearchOption.AllDirectories)
                .Where(file => Path.GetExtension(file) is ".cs" or ".ps1")
                .Where(file => !Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "obj"))
                .Where(file => End.IsMatch(File.ReadAllText(file)))
                .Select(file => Path.GetRelativePath(Repository.Root, file)));
}
