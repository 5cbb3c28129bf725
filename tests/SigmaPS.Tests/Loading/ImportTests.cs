using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Loading;

[Collection(ProcessWide.Name)]
public sealed class ImportTests
{
    // One per file, by the name of the file.
    private static readonly string[] Cmdlets =
    [
        .. Directory
            .GetFiles(Path.Combine(Repository.Root, "src", "SigmaPS", "Commands"), "*Command.cs")
            .Select(file => Path.GetFileName(file)[..^"Command.cs".Length])
            .Select(name => name.Insert(name.IndexOf("Sigma", StringComparison.Ordinal), "-"))
            .Order(),
    ];

    [Theory]
    [InlineData("Import-Module $manifest")]
    [InlineData("Import-Module $manifest -Force")]
    [InlineData("Remove-Module SigmaPS; Import-Module $manifest")]
    [InlineData("Remove-Module SigmaPS; Import-Module $manifest -Force; Import-Module $manifest -Force")]
    public async Task However_it_is_imported_again_all_cmdlets_are_there_and_a_get_works(string again)
    {
        await using SandboxServer server = await SandboxServer.StartAsync();
        using Shell shell = new();
        shell.Connect(server).MustSucceed();
        shell.Set("manifest", Repository.Manifest);
        shell.Run(again).MustSucceed();
        Assert.Equal(Cmdlets, shell.Run("(Get-Module SigmaPS).ExportedCommands.Keys").Texts.Order());
        Assert.Equal(
            ["Plugs Orders", "PLUGS_ELECTRONICS_HANDS_ON_LAB_DATA"],
            shell
                .Run(
                    "$s = Get-SigmaDataModel -Name 'Plugs Orders' | Get-SigmaDataModelSpec; $s.name; "
                        + "$s.pages[0].elements[0].PSObject.Properties['name'].Value"
                )
                .MustSucceed()
                .Texts);
        Assert.Equal(1, Handlers);
        shell.Run("Disconnect-Sigma");
    }

    [Fact]
    public async Task Two_runspaces_at_once_share_one_handler_and_one_engine()
    {
        await using SandboxServer server = await SandboxServer.StartAsync();
        using Shell first = Shell.ConnectedTo(server);
        using (Shell second = Shell.ConnectedTo(server))
        {
            Parallel.Invoke(() => first.Run("Get-SigmaDataModel").MustSucceed(), () => second.Run("Get-SigmaDataModel").MustSucceed());
            Assert.Equal(1, Handlers);
            second.Run("Remove-Module SigmaPS").MustSucceed();
        }

        Assert.Equal(1, Handlers);
        first.Run("Get-SigmaDataModel").MustSucceed();
        first.Run("Disconnect-Sigma");
    }

    [Fact]
    public async Task Engine_is_loaded_once_from_deps_in_a_context_of_its_own_with_its_packages()
    {
        await using SandboxServer server = await SandboxServer.StartAsync();
        using Shell shell = Shell.ConnectedTo(server);

        // A list needs no package, for a fast first command. One model does.
        shell.Run("Get-SigmaDataModel; Get-SigmaDataModel 467bc369-5db7-4963-8172-b24a49dbc75b").MustSucceed();
        AssemblyLoadContext context = Assert.Single(AssemblyLoadContext.All, c => c.Name == "SigmaPS");
        Assert.Single(AppDomain.CurrentDomain.GetAssemblies(), a => a.GetName().Name == "SigmaPS.Core");
        string deps = Path.Combine(Repository.CoreBin, "deps");
        Assert.Contains(context.Assemblies, a => a.GetName().Name == "SigmaPS.Core");
        Assert.Contains(context.Assemblies, a => a.GetName().Name == "Newtonsoft.Json");
        Assert.All(context.Assemblies, a => Assert.Equal(deps, Path.GetDirectoryName(a.Location)));
        Assert.Equal(AssemblyLoadContext.Default, AssemblyLoadContext.GetLoadContext(Thin));
        shell.Run("Disconnect-Sigma");
    }

    [Fact]
    public void Engine_s_types_cannot_be_named()
    {
        using Shell shell = new();
        Assert.Equal(["True"], shell.Run("$null -eq ('SigmaPS.Core.Api.SigmaClient' -as [type])").Texts);
        Assert.Equal(["True"], shell.Run("$null -ne ('SigmaPS.SpecNode' -as [type])").Texts);
    }

    [Fact]
    public void Import_asks_nothing_of_the_engine_and_of_no_network()
    {
        using Shell shell = new(sharesSessions: true);
        shell.Run("Get-SigmaSession -All | Disconnect-Sigma");
        Assert.Equal("SigmaNotConnected", shell.Run("Get-SigmaDataModel").ErrorId);
    }

    private static Assembly Thin => AppDomain.CurrentDomain.GetAssemblies().Single(a => a.GetName().Name == "SigmaPS");

    private static int Handlers =>
        (int)
            Thin.GetType("SigmaPS.Loading.CoreResolver")!
                .GetProperty("Handlers", BindingFlags.Static | BindingFlags.Public)!
                .GetValue(null)!;
}
