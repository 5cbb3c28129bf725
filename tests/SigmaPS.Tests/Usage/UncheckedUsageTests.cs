using System;
using System.Linq;
using SigmaPS.Tests.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Usage;

/// <summary>The report of Find-SigmaUsage about documents that it could not check.</summary>
public sealed class UncheckedUsageTests : FindUsageTestBed
{
    [Fact]
    public void Closing_line_counts_the_documents()
    {
        Organization.GetDocument(Report).Refuse(403, "forbidden", "No access");
        ShellResult result = Run("Find-SigmaUsage Base -Column Customer -IndexPath $index").MustSucceed();
        string line = Assert.Single(result.Information, r => r.Tags.Contains("SigmaPS.Usage")).MessageData.ToString()!;
        Assert.Contains("4 documents checked, 1 could not", line, StringComparison.Ordinal);
        Assert.Contains("Monthly", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_of_a_caller_who_is_not_an_admin_are_never_complete()
    {
        Server.Options.CallerIsAdmin = false;
        ShellResult result = Run("Find-SigmaUsage Base -Unused -IndexPath $index").MustSucceed();
        Assert.Contains(
            "3 lists are not complete",
            Assert.Single(result.Information, r => r.Tags.Contains("SigmaPS.Usage")).MessageData.ToString(),
            StringComparison.Ordinal);
        Assert.Contains("only an admin", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Documents_that_could_not_be_checked_for_one_reason_are_one_warning()
    {
        string[] refused = [.. Enumerable.Range(0, 15).Select(i => Organization.AddWorkbook($$"""{"name":"Closed {{i}}","pages":[{"id":"p","elements":[{{Consumer.Table(Consumer.Column("c1", "[Orders/Amount]"))}}]}]}"""))];
        Assert.All(refused, id => Organization.GetDocument(id).Refuse(403, "forbidden", "No access"));
        ShellResult result = Run("Find-SigmaUsage Base -Column Amount -IndexPath $index").MustSucceed();
        string warning = Assert.Single(result.Warnings);
        Assert.Contains("No access", warning, StringComparison.Ordinal);
        Assert.Contains("and 12 more", warning, StringComparison.Ordinal);
        Assert.Contains(
            " 15 could not be checked",
            Assert.Single(result.Information, r => r.Tags.Contains("SigmaPS.Usage")).MessageData.ToString(),
            StringComparison.Ordinal);
    }
}
