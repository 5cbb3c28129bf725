using System;
using System.Linq;
using SigmaPS.Tests.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Usage;

/// <summary>The index of usages: a later run reads again only what has changed.</summary>
public sealed class UsageIndexTests : FindUsageTestBed
{
    [Fact]
    public void Second_run_requests_lists_and_changed_documents()
    {
        Find("Base -Column Amount");
        Requests.Clear();
        Find("Base -Column Amount");
        Assert.Equal(["/v2/dataModels", "/v2/workbooks", "/v2/reports"], Requested);
        Organization.EditDocument(Consumer.Document, pages => pages[0]!["elements"]![0]!["columns"]!.AsArray().RemoveAt(0));
        Requests.Clear();
        Assert.DoesNotContain(Find("Base -Column Amount"), r => r.Column == "c1");
        Assert.All(Requested, path =>
            Assert.True(
                path.Contains(Consumer.Document, StringComparison.Ordinal) || path is "/v2/dataModels" or "/v2/workbooks" or "/v2/reports",
                path));
    }

    [Fact]
    public void Version_tag_that_moves_makes_the_next_run_read_that_document_alone()
    {
        string tagged = Organization.TagDocument(Consumer.Document, "Prod");
        Organization.EditDocument(Consumer.Document, pages => pages[0]!["elements"]![0]!["columns"]!.AsArray().RemoveAt(0));
        Assert.Contains(Find("Base -Column Amount"), r => r.Id == tagged && r.Column == "c1" && r.VersionTag == "Prod");
        Requests.Clear();
        Find("Base -Column Amount");
        Assert.Equal(["/v2/dataModels", "/v2/workbooks", "/v2/reports"], Requested);
        Organization.TagDocument(Consumer.Document, "Prod");
        Requests.Clear();
        Assert.DoesNotContain(Find("Base -Column Amount"), r => r.Column == "c1");
        Assert.Contains($"/v2/workbooks/{tagged}/columns", Requested);
        Assert.All(Requested, path =>
            Assert.True(
                path.Contains(tagged, StringComparison.Ordinal)
                    || path.Contains(Consumer.Document, StringComparison.Ordinal)
                    || path is "/v2/dataModels" or "/v2/workbooks" or "/v2/reports",
                path));
    }

    [Fact]
    public void Version_tag_of_a_model_that_moves_is_seen_through_its_consumers()
    {
        Organization.AddTag(Consumer.Base, "Stable");
        string pinned = Organization.AddWorkbook($$"""{"name":"Pinned","pages":[{"id":"p","elements":[{{Consumer.Table(Consumer.Column("c1", "[Orders/Amount]"), more: ",\"versionTag\":\"Stable\"")}}]}]}""");
        Assert.Contains(Find("Base -Column Amount"), r => r.Id == pinned && r.VersionTag == "Stable");
        Organization.EditAsColleague(Consumer.Base, spec => spec["pages"]![0]!["elements"]![1]!["columns"]![0]!["name"] = "Value");
        Organization.AddTag(Consumer.Base, "Stable");
        Requests.Clear();
        Find("Base -Column Value");
        Assert.Contains($"/v2/workbooks/{pinned}/columns", Requested);
    }

    [Fact]
    public void Second_run_requests_lists_alone_when_documents_and_models_read_tagged_versions()
    {
        Organization.AddTag(Consumer.Base, "Stable");
        Organization.AddTag(Consumer.Upper, "Stable");
        for (int i = 0; i < 8; i++)
        {
            string table = Consumer.Table(Consumer.Column("c1", "[Orders/Amount]"), more: ",\"versionTag\":\"Stable\"");
            string upper = Consumer.Table(
                Consumer.Column("c2", "[Sales/Amount]"),
                "e2",
                "sales",
                Consumer.Upper,
                ",\"versionTag\":\"Stable\"");
            Organization.AddWorkbook($$"""{"name":"Pinned {{i}}","pages":[{"id":"p","elements":[{{table}},{{upper}}]}]}""");
        }

        int found = Find("Base -Column Amount").Count(row => row is { VersionTag: "Stable", IsCertain: true });
        Assert.Equal(
            1,
            Requests
                .Find("GET")
                .Count(request =>
                    request.Path.EndsWith(Consumer.Upper + "/spec", StringComparison.Ordinal)
                    && request.Query.Contains("documentVersion", StringComparison.Ordinal)));
        Requests.Clear();
        Assert.Equal(found, Find("Base -Column Amount").Count(row => row is { VersionTag: "Stable", IsCertain: true }));
        Assert.Equal(["/v2/dataModels", "/v2/workbooks", "/v2/reports"], Requested);
    }

    [Fact]
    [CoversParameter("Find-SigmaUsage", "Refresh")]
    public void Refresh_reads_every_document_again()
    {
        Find("Base -Column Amount");
        Requests.Clear();
        Find("Base -Column Amount -Refresh");
        Assert.Contains($"/v2/workbooks/{Consumer.Document}/columns", Requested);
        Assert.Contains($"/v2/dataModels/{Consumer.Base}/spec", Requested);
    }

    [Fact]
    [CoversParameter("Clear-SigmaUsageCache", "IndexPath", "WhatIf", "Confirm")]
    public void Clear_removes_the_index_and_nothing_else()
    {
        Find("Base -Column Amount");
        string other = System.IO.Path.Combine(IndexFolder, "notes.txt");
        System.IO.File.WriteAllText(other, "mine");
        Assert.NotEmpty(System.IO.Directory.GetFiles(IndexFolder, "*.usage", System.IO.SearchOption.AllDirectories));
        Assert.All(System.IO.Directory.GetFiles(IndexFolder, "*.usage", System.IO.SearchOption.AllDirectories), file =>
            Assert.True(
                OperatingSystem.IsWindows()
                    || System.IO.File.GetUnixFileMode(file) == (System.IO.UnixFileMode.UserRead | System.IO.UnixFileMode.UserWrite)));
        Run("Clear-SigmaUsageCache -IndexPath $index -WhatIf").MustSucceed();
        Assert.NotEmpty(System.IO.Directory.GetFiles(IndexFolder, "*.usage", System.IO.SearchOption.AllDirectories));
        Run("Clear-SigmaUsageCache -IndexPath $index -Confirm:$false").MustSucceed();
        Assert.Equal([other], System.IO.Directory.GetFiles(IndexFolder, "*", System.IO.SearchOption.AllDirectories));
    }
}
