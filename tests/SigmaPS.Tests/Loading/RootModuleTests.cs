using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Loading;

/// <summary>
/// The root module chooses a script by the types that the process has. A name without a script would export no command,
/// and only where that state occurs: in Windows PowerShell 5.1, in an old PowerShell 7, or at a second import.
/// </summary>
public sealed partial class RootModuleTests
{
    private const string Net8Type = "System.IUtf8SpanFormattable";
    private const string OwnType = "SigmaPS.SpecNode";

    private static string Root => File.ReadAllText(Path.Combine(Repository.Module, "SigmaPS.psm1"));

    [Theory]
    [InlineData("Core", "", "7.4 or later")]
    [InlineData("Core", Net8Type, "SigmaPS.Binary.psd1")]
    [InlineData("Core", Net8Type + OwnType, "Import$runtime.ps1")]
    [InlineData("Desktop", "", "SigmaPS.Binary.psd1")]
    [InlineData("Desktop", OwnType, "Import$runtime.ps1")]
    public void Root_module_finds_a_script_for_each_state_of_a_process(string edition, string types, string token)
    {
        Assert.Equal([Net8Type, OwnType], TestedType().Matches(Root).Select(match => match.Groups[1].Value));
        Assert.Contains("/bin/$PSEdition/Import$runtime$loaded.ps1\"", Root);
        Assert.Contains(token, File.ReadAllText(Path.Combine(Repository.Module, "bin", edition, $"Import{types}.ps1")));
    }

    [Fact]
    public void No_script_is_staged_that_the_root_module_cannot_find() =>
        Assert.Equal(5, Directory.GetFiles(Repository.Module, "*.ps1", SearchOption.AllDirectories).Length);

    [Fact]
    public void Type_that_identifies_an_old_PowerShell_is_in_the_runtime_and_not_in_NET_Framework()
    {
        Assert.True(typeof(object).Assembly.GetType(Net8Type)?.IsPublic);
        string framework = Path.Combine(Repository.FrameworkReferences, "build", ".NETFramework", "v4.7.2");
        Assert.True(File.Exists(Path.Combine(framework, "mscorlib.dll")));
        Assert.DoesNotContain(Directory.GetFiles(framework, "*.dll").Concat(Directory.GetFiles(Repository.DesktopBin, "*.dll")), Defines);
    }

    private static bool Defines(string file)
    {
        using PEReader image = new(File.OpenRead(file));
        if (!image.HasMetadata)
        {
            return false;
        }

        MetadataReader reader = image.GetMetadataReader();
        return reader.TypeDefinitions.Select(reader.GetTypeDefinition)
            .Any(type => $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}" == Net8Type);
    }

    [GeneratedRegex(@"'([\w.]+)' -as \[type\]")]
    private static partial Regex TestedType();
}
