using System;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Writing;

/// <summary>A reference that a write adds, and that may not resolve because names are inferred, is one warning with its place.</summary>
public sealed class DoubtfulReferenceTests : SandboxTest
{
    private const string Model = """
        {"dataModelId":"aaaaaaaa-2222-4222-8222-000000000001","name":"Doubt","schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[
        {"id":"e","kind":"table","name":"Base","source":{"kind":"warehouse-table","connectionId":"c","path":["D","ORDERS"]},"columns":[{"id":"a","formula":"[ORDERS/NET_REVENUE]"},{"id":"b","formula":"[Old One] + 1","name":"B"}]}]}]}
        """;

    private protected override SandboxOptions Options => new() { SeedModels = false };

    private protected override void Arrange()
    {
        Organization.AddModel(Model);
        Run("$s = Get-SigmaDataModelSpec aaaaaaaa-2222-4222-8222-000000000001; $e = $s.pages[0].elements[0]").MustSucceed();
    }

    [Fact]
    public void Set_warns_once_of_a_new_reference_that_may_not_resolve()
    {
        ShellResult sent = Run(
            "$e.columns += @{ id = 'x'; name = 'X'; formula = '[Nett Revenue] * 2' }; $s | Set-SigmaDataModelSpec -NoVerify"
        ).MustSucceed();
        string warning = Assert.Single(sent.Warnings, text => text.Contains("may not resolve", StringComparison.Ordinal));
        Assert.Contains("[Nett Revenue]", warning);
        Assert.Contains("column \"X\" (ID x) of table \"Base\"", warning);
        Assert.DoesNotContain("Old One", warning);
        Assert.Equal(2, Organization.GetModel("aaaaaaaa-2222-4222-8222-000000000001").LatestVersion);
    }

    [Fact]
    public void Set_does_not_warn_of_a_reference_that_was_live_before()
    {
        Assert.DoesNotContain(
            Run("$e.columns += @{ id = 'x'; name = 'X'; formula = '[Net Revenue] * 2' }; $s | Set-SigmaDataModelSpec -NoVerify")
                .MustSucceed()
                .Warnings,
            text => text.Contains("may not resolve", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-AllowIssue unknown-reference")]
    [InlineData("-SkipValidation")]
    public void Set_does_not_warn_where_the_rule_may_pass(string more)
    {
        Assert.DoesNotContain(
            Run(
                "$e.columns += @{ id = 'x'; name = 'X'; formula = '[Nett Revenue] * 2' }; $s | Set-SigmaDataModelSpec -NoVerify " + more
            ).MustSucceed().Warnings,
            text => text.Contains("may not resolve", StringComparison.Ordinal));
    }
}
