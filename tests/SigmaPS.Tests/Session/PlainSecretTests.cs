using System;
using System.Linq;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Session;

/// <summary>A secret in plain text is refused with the ways to give it, and the text is in no part of the error.</summary>
public sealed class PlainSecretTests : ShellTest
{
    [Fact]
    public void Parameter_for_a_secret_refuses_text_and_names_SecureString()
    {
        string[] parameters = [.. Run(
            "foreach ($command in Get-Command -Module SigmaPS) { foreach ($parameter in $command.Parameters.Values) { "
                + "if ($parameter.ParameterType -eq [securestring]) { \"$($command.Name) -$($parameter.Name)\" } } }")
            .MustSucceed().Texts.OfType<string>()];
        Assert.Equal(["Connect-Sigma -AccessToken", "Connect-Sigma -ClientSecret"], parameters.Order(StringComparer.Ordinal));
        Shell.Set("text", "hunter2-plain");
        Assert.All(parameters, parameter =>
        {
            ShellResult result = Run($"{parameter} $text");
            Assert.StartsWith("ParameterArgumentTransformationError", result.ErrorId, StringComparison.Ordinal);
            Assert.Contains("SecureString", result.ErrorText, StringComparison.Ordinal);
            Assert.Contains("SIGMA_", result.ErrorText, StringComparison.Ordinal);
            string shown = $"{result.Error} {result.Error.Exception} {result.Error.TargetObject}";
            Assert.DoesNotContain("hunter2", shown, StringComparison.Ordinal);
        });
    }
}
