using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Codebase;

/// <summary>An empty value never means "all": every parameter of every cmdlet refuses it before any request.</summary>
public sealed class EmptyArgumentTests(EmptyArgumentTests.Connected connected) : IClassFixture<EmptyArgumentTests.Connected>
{
    // Empty text has a meaning of its own here: it clears a description, or leaves a heading or a query out.
    private static readonly string[] TakesEmptyText = ["Description", "Title", "Query"];

    public static TheoryData<string> Cmdlets => [.. StagedManifest.Exported];

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Cmdlet_refuses_an_empty_value_of_any_parameter(string cmdlet)
    {
        Shell shell = connected.Shell;
        connected.Server.Requests.Clear();
        shell.Set("cmdlet", cmdlet);
        CommandInfo command = (CommandInfo)
            PSObject.AsPSObject(shell.Run("Get-Command $cmdlet").MustSucceed().Output.Single()!).BaseObject;
        List<string> accepted = [];
        foreach (ParameterMetadata parameter in command.Parameters.Values.Where(IsOurs))
        {
            foreach (string value in EmptyValues(parameter))
            {
                shell.Set("name", parameter.Name);
                ShellResult result = shell.Run($"$p = @{{ $name = {value} }}; & $cmdlet @p");
                if (!Refuses(result, parameter.Name))
                {
                    accepted.Add(
                        $"-{parameter.Name} {value}: {string.Join("; ", result.Errors.Select(e => e.FullyQualifiedErrorId + " " + e))}");
                }
            }
        }

        Assert.Equal([], accepted);
        Assert.Empty(connected.Server.Requests.All);
    }

    [Fact]
    public void Item_with_an_empty_value_is_an_error_and_the_other_items_still_come()
    {
        ShellResult result = connected.Shell.Run("$null, '467bc369-5db7-4963-8172-b24a49dbc75b' | Get-SigmaDataModel");
        Assert.Equal("SigmaInvalidArgument", result.ErrorId);
        Assert.Single(result.Output);
    }

    // A switch that is bound to $null arrives as $false; the engine shows the command no difference.
    private static bool IsOurs(ParameterMetadata parameter) =>
        parameter.ParameterType != typeof(SwitchParameter)
        && !Cmdlet.CommonParameters.Contains(parameter.Name) && !Cmdlet.OptionalCommonParameters.Contains(parameter.Name);

    private static IEnumerable<string> EmptyValues(ParameterMetadata parameter)
    {
        yield return "$null";
        Type type = parameter.ParameterType;
        if (type == typeof(string) && !TakesEmptyText.Contains(parameter.Name))
        {
            yield return "''";
            yield return "'  '";
        }
        else if (type.IsArray)
        {
            yield return "@()";
            yield return "@($null)";
            if (type == typeof(string[]))
            {
                yield return "@('')";
                yield return parameter.Name == "Json" ? "@('', '')" : "@('x', '')";
            }
        }
        else if (typeof(IDictionary).IsAssignableFrom(type) && !TakesEmptyText.Contains(parameter.Name))
        {
            yield return "@{}";
            yield return "@{ a = $null }";
        }
    }

    private static bool Refuses(ShellResult result, string parameter) =>
        result.Errors.Any(error =>
            (
                error.FullyQualifiedErrorId.StartsWith("SigmaInvalidArgument,", StringComparison.Ordinal)
                && error.ToString().Contains("-" + parameter + " ", StringComparison.Ordinal))
            || (
                error.Exception is ParameterBindingException binding
                && (
                    binding.ParameterName == parameter
                    || error.FullyQualifiedErrorId.StartsWith("MissingMandatoryParameter,", StringComparison.Ordinal))));

    /// <summary>One organization and one shell for all cmdlets, because a refused value changes neither.</summary>
    public sealed class Connected : IAsyncLifetime
    {
        internal SandboxServer Server { get; private set; } = null!;

        internal Shell Shell { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Server = await SandboxServer.StartAsync(new SandboxOptions());
            Shell = Shell.ConnectedTo(Server);
        }

        public async Task DisposeAsync()
        {
            Shell.Dispose();
            await Server.DisposeAsync();
        }
    }
}
