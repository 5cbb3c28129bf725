using System.Management.Automation.Runspaces;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Codebase;

/// <summary>A test that gets the runspace of another test finds nothing of that test.</summary>
public sealed class LentRunspaceTests
{
    private const string Look =
        "\"$ErrorActionPreference $VerbosePreference $($PSDefaultParameterValues.Count) $($Error.Count) $pwd $(Get-Module)\"; $mine";

    [Theory]
    [InlineData("$global:ErrorActionPreference = 'Stop'; $global:VerbosePreference = 'Continue'; $global:mine = 1")]
    [InlineData("$PSDefaultParameterValues = @{ 'Get-SigmaDataModel:ThrottleLimit' = 1 }")]
    [InlineData("Get-SigmaDataModel; Get-SigmaDataModelSpec wrong")]
    [InlineData("[void]$ExecutionContext.SessionState.Path.SetLocation('/')")]
    [InlineData("Set-StrictMode -Off; $mine")]
    public async Task Borrowed_shell_is_like_a_new_one_after_each_other_test(string script)
    {
        await using SandboxServer server = await SandboxServer.StartAsync();
        LentRunspace lent = LentRunspace.Take();
        Shell before = new(lent);
        before.Connect(server).MustSucceed();
        before.Run(script);
        Assert.True(lent.Reset());

        using Shell next = new(lent);
        using Shell fresh = new();
        Assert.Equal(Show(fresh.Run(Look)), Show(next.Run(Look)));
        Assert.Equal("SigmaNotConnected", next.Run("Get-SigmaDataModel").ErrorId);
    }

    [Theory]
    [InlineData("function Get-Mine { 'mine' }")]
    [InlineData("$null = $ExecutionContext.SessionState.InvokeProvider.Item.New('alias:', 'mine', '', 'Get-Module')")]
    [InlineData("Remove-Module SigmaPS")]
    public void Runspace_is_not_lent_again_when_a_test_leaves_a_command_behind(string script)
    {
        LentRunspace lent = LentRunspace.Take();
        using Runspace runspace = lent.Runspace;
        new Shell(lent).Run(script).MustSucceed();
        Assert.False(lent.Reset());
    }

    private static string Show(ShellResult result) => string.Join('\n', [.. result.Texts, result.ErrorId]);
}
