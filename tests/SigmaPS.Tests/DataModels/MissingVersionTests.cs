using System;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.DataModels;

/// <summary>A version or tag that Sigma does not have is named, with the command that lists those that exist.</summary>
public sealed class MissingVersionTests : SandboxTest
{
    [Theory]
    [InlineData("Get-SigmaDataModelSpec $id -DocumentVersion 77")]
    [InlineData("Restore-SigmaDataModelSpec $id -DocumentVersion 77")]
    [InlineData("Undo-SigmaChange $id -DocumentVersion 77")]
    [InlineData("Add-SigmaDataModelTag $id -Tag New -DocumentVersion 77")]
    [InlineData("Get-SigmaDataModelElement $id -Tag 77", "Get-SigmaDataModelTag")]
    public void Error_names_the_missing_part_and_the_command_that_lists_others(string command, string list = "Get-SigmaDataModelVersion")
    {
        Shell.Set("id", PlugsOrders);
        ShellResult result = Run(command);
        Assert.Matches("^Sigma(Model|Item)NotFound$", result.ErrorId);
        Assert.Contains("77", result.ErrorText, StringComparison.Ordinal);
        Assert.Contains($"{list} {PlugsOrders}", result.ErrorText, StringComparison.Ordinal);
    }

    [Fact]
    public void Error_about_a_whole_model_lists_no_parts()
    {
        ShellResult result = Run("Get-SigmaDataModelSpec 00000000-0000-0000-0000-000000000000");
        Assert.Equal("SigmaModelNotFound", result.ErrorId);
        Assert.DoesNotContain("Get-SigmaDataModelVersion", result.ErrorText, StringComparison.Ordinal);
    }
}
