using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>Who reads what a release takes away is named before and by the plan, and nobody is asked while nothing goes.</summary>
public sealed class ReleaseReadersTests
{
    [Fact]
    public async Task The_models_that_read_an_element_which_goes_are_named_in_the_plan_the_preview_and_a_warning_and_do_not_keep_the_tag_away()
    {
        await using ReleaseShop shop = await ReleaseShop.OpenAsync();
        shop.Server.Organization.AddTable(ReleaseShop.LiveConnection, ["PROD", "SALES", "RETURNS"], "RETURN_ID");
        shop.Write(1);
        shop.Write(2, 1);
        shop.Publish().MustSucceed();
        shop.Server.Requests.Clear();
        shop.Plan().MustSucceed();
        Assert.Equal(0, shop.Server.Requests.Count("GET", "**/sources"));

        JsonObject model = shop.Write(1);
        JsonNode table = model["pages"]![0]!["elements"]![0]!;
        table["id"] = "other1";
        table["name"] = "Something else";
        table["source"]!["path"] = new JsonArray("DEV", "SALES", "RETURNS");
        table["columns"] = new JsonArray(new JsonObject { ["id"] = "r1", ["formula"] = "[RETURNS/Return Id]" });
        table["order"] = new JsonArray("r1");
        shop.Save(1, model);
        System.IO.File.Delete(shop.FileOf(2));
        string reader = $"The element \"Orders 1\", which goes, is read by data model \"Model 02\" ({shop.LiveModel(2).Id}).";
        Assert.Contains(reader, shop.Shell.Run("(New-SigmaReleasePlan $models prod -AllowRemoval).Items.Notes").MustSucceed().Texts);
        Assert.Contains(reader, shop.Publish("-AllowRemoval -WhatIf").MustSucceed().Host);
        Assert.Contains($"\"Model 01\": {reader}", shop.Publish("-AllowRemoval -Tag Production").MustSucceed().Warnings);
    }
}
