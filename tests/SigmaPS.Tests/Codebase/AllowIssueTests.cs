using System.Linq;
using System.Management.Automation;
using System.Reflection;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Codebase;

/// <summary>Wherever validation can be switched off, one rule can pass.</summary>
public sealed class AllowIssueTests
{
    // These send a spec to Sigma.
    private static readonly string[] Writers =
    [
        "New-SigmaDataModel",
        "Copy-SigmaDataModel",
        "Set-SigmaDataModelSpec",
        "Restore-SigmaDataModelSpec",
        "New-SigmaReleasePlan",
        "Publish-SigmaReleasePlan",
    ];

    [Fact]
    public void Every_command_with_SkipValidation_has_AllowIssue_of_the_same_type()
    {
        using Shell shell = Shell.Borrow();
        Assembly module = (Assembly)
            ((PSObject)shell.Run("(Get-Command Connect-Sigma).ImplementingType.Assembly").MustSucceed().Output.Single()!).BaseObject;
        var cmdlets = module
            .GetExportedTypes()
            .Where(type => type.GetCustomAttribute<CmdletAttribute>() is not null)
            .Select(type =>
                (
                    Name: $"{type.GetCustomAttribute<CmdletAttribute>()!.VerbName}-{type.GetCustomAttribute<CmdletAttribute>()!.NounName}",
                    Type: type))
            .ToList();
        Assert.Subset(cmdlets.Where(Has("SkipValidation")).Select(cmdlet => cmdlet.Name).ToHashSet(), Writers.ToHashSet());
        Assert.Equal(
            cmdlets.Where(Has("SkipValidation")).Select(cmdlet => cmdlet.Name).Order(),
            cmdlets.Where(Has("AllowIssue")).Select(cmdlet => cmdlet.Name).Order());
        Assert.All(cmdlets.Where(Has("AllowIssue")), cmdlet =>
            Assert.Equal(typeof(string[]), cmdlet.Type.GetProperty("AllowIssue")!.PropertyType));
    }

    private static System.Func<(string Name, System.Type Type), bool> Has(string parameter) =>
        cmdlet => cmdlet.Type.GetProperty(parameter) is not null;
}
