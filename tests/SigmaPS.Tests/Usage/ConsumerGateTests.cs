using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Usage;

/// <summary>A write that takes a name or an ID away from consumers names them before it is sent.</summary>
public sealed class ConsumerGateTests : UsageTestBed
{
    private const string Without =
        "$s = Get-SigmaDataModelSpec "
        + Consumer.Base
        + "; $e = $s.pages[0].elements[1]; $e.columns = @($e.columns | Where-Object id -ne 'a'); $e.metrics = @(); ";
    private const string Set = "$s | Set-SigmaDataModelSpec -AllowRemoval -SkipValidation -IndexPath $index ";

    private protected override SandboxOptions Options => new() { SeedModels = false };

    private protected override void Arrange()
    {
        Consumer.AddModels(Organization);
        Organization.AddWorkbook(
            Consumer.Content(
                Consumer.Table(Consumer.Column("c1", "Sum([Orders/Amount])") + "," + Consumer.Column("c5", "[Orders/Customer]"))));
    }

    [Fact]
    [CoversParameter("Set-SigmaDataModelSpec", "AllowBreak", "IndexPath")]
    public void Write_that_breaks_certain_consumers_is_refused_unless_it_is_allowed()
    {
        ShellResult refused = Run(Without + Set);
        Assert.Equal("SigmaBreaksConsumers", refused.ErrorId);
        Assert.Contains("Sum([Orders/Amount])", refused.ErrorText, StringComparison.Ordinal);
        Assert.Contains("-AllowBreak", refused.ErrorText, StringComparison.Ordinal);
        Assert.Equal(1, Organization.GetModel(Consumer.Base).LatestVersion);
        ShellResult sent = Run(Without + Set + "-AllowBreak -PassThru").MustSucceed();
        PSObject result = PSObject.AsPSObject(Assert.Single(sent.Output)!);
        Assert.Equal(
            ["c1", "x", "y"],
            ((IEnumerable)result.Properties["Consumers"].Value).Cast<object>().Select(c => UsageRow.Of(c).Column!)
                .Order(StringComparer.Ordinal));
        string[] broken =
        [
            .. ((IEnumerable<string>)result.Properties["Findings"].Value)
                    .Where(f => f.EndsWith("is broken now.", StringComparison.Ordinal)),
        ];
        Assert.Equal(3, broken.Length);
        Assert.Equal("error", Organization.BrokenColumns(Consumer.Document).Single().ColumnId == "c1" ? "error" : "");
    }

    [Fact]
    public void WhatIf_names_the_consumers_and_the_switch()
    {
        ShellResult result = Run(Without + Set + "-WhatIf").MustSucceed();
        Assert.Contains("Sum([Orders/Amount])", result.Host, StringComparison.Ordinal);
        Assert.Contains("would be refused: needs -AllowBreak", result.Host, StringComparison.Ordinal);
        Assert.Contains("; owner: Ada Admin", result.Host, StringComparison.Ordinal);
        object plan = Assert.Single(result.Information, r => r.Tags.Contains("SigmaPS.Plan")).MessageData;
        Assert.Equal(3, ((ICollection)PSObject.AsPSObject(plan).Properties["Consumers"].Value).Count);
    }

    [Fact]
    public void Additive_write_sends_no_request_for_consumers()
    {
        Run(
            "$s = Get-SigmaDataModelSpec "
                + Consumer.Base
                + "; $s.pages[0].elements[1].columns += @{ id = 'n'; name = 'New'; formula = '[Custom SQL/n]' }").MustSucceed();
        Requests.Clear();
        Run(Set).MustSucceed();
        Assert.DoesNotContain(Requested, path =>
            path.StartsWith("/v2/workbooks", StringComparison.Ordinal)
            || path.StartsWith("/v2/reports", StringComparison.Ordinal)
            || path == "/v2/dataModels");
        Assert.Equal(2, Organization.GetModel(Consumer.Base).LatestVersion);
    }

    [Fact]
    public void Rename_states_that_it_is_not_known_whether_consumers_follow()
    {
        ShellResult refused = Run(
            "$s = Get-SigmaDataModelSpec " + Consumer.Base + "; $s.pages[0].elements[1].columns[1].name = 'Client'; " + Set);
        Assert.Equal("SigmaBreaksConsumers", refused.ErrorId);
        Assert.Contains("It is not known whether Sigma carries consumers along", refused.ErrorText, StringComparison.Ordinal);
    }

    [Fact]
    [CoversParameter("Set-SigmaDataModelSpec", "RequireCompleteUsage")]
    public void Documents_that_could_not_be_checked_warn_or_refuse()
    {
        Organization.GetDocument(Consumer.Document).Refuse(403, "forbidden", "No access");
        const string unread =
            "$s = Get-SigmaDataModelSpec "
            + Consumer.Base
            + "; $e = $s.pages[0].elements[0]; $e.columns = @($e.columns | Where-Object id -ne 'r'); ";
        ShellResult refused = Run(unread + Set + "-RequireCompleteUsage");
        Assert.Equal("SigmaBreaksConsumers", refused.ErrorId);
        Assert.Contains("-RequireCompleteUsage", refused.ErrorText, StringComparison.Ordinal);
        ShellResult sent = Run(unread + Set).MustSucceed();
        Assert.Contains(sent.Warnings, w => w.Contains("\"Doc\"", StringComparison.Ordinal));
    }

    [Fact]
    [CoversParameter("Set-SigmaDataModelSpec", "MaxUsageRequests")]
    public void Limit_of_requests_leaves_checks_out_and_names_them()
    {
        ShellResult sent = Run(Without + Set + "-MaxUsageRequests 3").MustSucceed();
        Assert.Contains(sent.Warnings, w => w.Contains("limit of 3 requests", StringComparison.Ordinal));
        Assert.True(Requested.Count(path => path.StartsWith("/v2/workbooks", StringComparison.Ordinal)) <= 1);
    }

    [Fact]
    [CoversParameter("Remove-SigmaDataModel", "AllowBreak", "IndexPath", "MaxUsageRequests", "RequireCompleteUsage")]
    public void Removing_a_model_names_its_consumers()
    {
        ShellResult refused = Run("Remove-SigmaDataModel " + Consumer.Base + " -IndexPath $index -Confirm:$false");
        Assert.Equal("SigmaBreaksConsumers", refused.ErrorId);
        Assert.False(Organization.GetModel(Consumer.Base).IsArchived);
        Run("Remove-SigmaDataModel " + Consumer.Base + " -IndexPath $index -Confirm:$false -AllowBreak").MustSucceed();
        Assert.True(Organization.GetModel(Consumer.Base).IsArchived);
        Assert.Equal(
            "SigmaBreaksConsumers",
            Run(
                "Remove-SigmaDataModel "
                    + Consumer.Upper
                    + " -IndexPath $index -Confirm:$false -RequireCompleteUsage -MaxUsageRequests 100").ErrorId);
    }

    [Fact]
    [CoversParameter("Restore-SigmaDataModelSpec", "AllowBreak", "IndexPath", "MaxUsageRequests", "RequireCompleteUsage")]
    public void Restoring_a_version_names_the_consumers_of_what_it_takes_away()
    {
        Organization.EditAsColleague(Consumer.Base, spec =>
            spec["pages"]![0]!["elements"]![1]!["columns"]!
                .AsArray()
                .Add(System.Text.Json.Nodes.JsonNode.Parse("""{"id":"late","name":"Late","formula":"[Custom SQL/late]"}""")));
        Organization.EditDocument(Consumer.Document, pages =>
            pages[0]!["elements"]![0]!["columns"]!
                .AsArray()
                .Add(System.Text.Json.Nodes.JsonNode.Parse(Consumer.Column("c9", "[Orders/Late]"))));
        const string restore =
            "Restore-SigmaDataModelSpec " + Consumer.Base + " -DocumentVersion 1 -AllowRemoval -IndexPath $index -MaxUsageRequests 100 ";
        Assert.Contains("[Orders/Late]", Run(restore).ErrorText, StringComparison.Ordinal);
        Run(restore + "-AllowBreak").MustSucceed();
        Assert.Equal("c9", Assert.Single(Organization.BrokenColumns(Consumer.Document)).ColumnId);
    }
}
