using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>Who reads what a release takes away is named before and by the plan, and nobody is asked while nothing goes.</summary>
public sealed class ReleaseReadersTests
{
    [Fact]
    [CoversParameter("New-SigmaReleasePlan", "AllowBreak", "RequireCompleteUsage", "MaxUsageRequests", "IndexPath")]
    [CoversParameter("Publish-SigmaReleasePlan", "AllowBreak", "RequireCompleteUsage", "MaxUsageRequests", "IndexPath")]
    public async Task Plan_names_the_consumers_of_a_removed_element_and_publish_needs_AllowBreak()
    {
        await using ReleaseTestBed shop = await ReleaseTestBed.OpenAsync();
        shop.Server.Organization.AddTable(ReleaseTestBed.LiveConnection, ["PROD", "SALES", "RETURNS"], "RETURN_ID");
        shop.Shell.Set("index", System.IO.Path.Combine(shop.Root, "index"));
        shop.Write(1);
        shop.Write(2, 1);
        shop.Publish().MustSucceed();
        shop.Server.Requests.Clear();
        shop.Plan().MustSucceed();
        Assert.Equal(0, shop.Server.Requests.Count("GET", "/v2/workbooks"));

        JsonObject model = shop.Write(1);
        JsonNode table = model["pages"]![0]!["elements"]![0]!;
        table["id"] = "other1";
        table["name"] = "Something else";
        table["source"]!["path"] = new JsonArray("DEV", "SALES", "RETURNS");
        table["columns"] = new JsonArray(new JsonObject { ["id"] = "r1", ["formula"] = "[RETURNS/Return Id]" });
        table["order"] = new JsonArray("r1");
        shop.Save(1, model);
        System.IO.File.Delete(shop.FileOf(2));
        string[] notes =
        [
            .. shop
                .Shell.Run("(New-SigmaReleasePlan $models prod -AllowRemoval -MaxUsageRequests 100).Items.Notes")
                .MustSucceed()
                .Texts.Select(text => text!),
        ];
        string consumer = notes.First(note =>
            note.StartsWith($"Breaks DataModel \"Model 02\" ({shop.LiveModel(2).Id})", System.StringComparison.Ordinal));
        Assert.Contains(
            "needs -AllowBreak",
            Assert.Single(shop.Shell.Run("(New-SigmaReleasePlan $models prod -AllowRemoval).Items.Blockers").MustSucceed().Texts),
            System.StringComparison.Ordinal);
        Assert.NotEmpty(
            shop.Shell.Run("(New-SigmaReleasePlan $models prod -AllowRemoval -RequireCompleteUsage -IndexPath $index).Items.Consumers")
                .MustSucceed()
                .Output);
        Assert.Contains(consumer, shop.Publish("-AllowRemoval -WhatIf").MustSucceed().Host, System.StringComparison.Ordinal);
        Assert.Contains("-AllowBreak", shop.Publish("-AllowRemoval").ErrorText, System.StringComparison.Ordinal);
        Assert.Contains(
            shop.Publish("-AllowRemoval -AllowBreak -RequireCompleteUsage -MaxUsageRequests 100 -IndexPath $index -Tag Production")
                .MustSucceed()
                .Warnings,
            w => w.EndsWith("is broken now.", System.StringComparison.Ordinal));
    }
}
