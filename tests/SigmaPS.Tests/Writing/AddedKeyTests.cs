using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Writing;

/// <summary>A misspelled key is accepted and ignored by Sigma, so the command warns.</summary>
public sealed class AddedKeyTests : SandboxTest
{
    private protected override void Arrange()
    {
        ReadSpec();
        Run("$c = $el.columns").MustSucceed();
    }

    [Theory]
    [InlineData("$c[0].nmae = 'x'", "nmae", "'name'")]
    [InlineData("$c[0].descripton = 'x'", "descripton", "'description'")]
    [InlineData("$c.Add(@{ id = 'n'; name = 'N'; forumla = '1'; formula = '1' })", "forumla", "'formula'")]
    [InlineData("$s.pages[0].elements[0].Zzyzx = 1", "Zzyzx", "Zzyzx")]
    public void Set_warns_of_a_key_that_neither_the_live_model_nor_the_schema_has(string edit, string key, string meant)
    {
        ShellResult result = Run(edit + "; $s | Set-SigmaDataModelSpec -WhatIf").MustSucceed();
        Assert.Contains(result.Warnings, warning =>
            warning.Contains($"'{key}'", System.StringComparison.Ordinal) && warning.Contains(meant, System.StringComparison.Ordinal));
    }

    [Fact]
    public void Set_does_not_warn_of_keys_that_the_schema_has()
    {
        Assert.Empty(Run("$c[0].description = 'x'; $s | Set-SigmaDataModelSpec -WhatIf").MustSucceed().Warnings);
    }
}
