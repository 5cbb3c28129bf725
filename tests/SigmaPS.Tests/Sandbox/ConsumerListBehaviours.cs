using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using Xunit;

namespace SigmaPS.Tests.Sandbox;

public sealed class ConsumerListBehaviours
{
    private static readonly string Elements = Consumer.Table(Consumer.Column("c1", "[Orders/Amount]"));

    [Fact]
    [CoversBehavior("workbooks-list")]
    [CoversBehavior("documents-one")]
    public async Task Workbooks_have_the_fields_of_the_sheet()
    {
        await using Caller caller = await Consumer.StartAsync(Elements);
        Reply list = await caller.GetAsync("v2/workbooks?limit=1000");
        JsonObject entry = Assert.Single(list.Entries);
        Assert.Equal(
            [
                "workbookId",
                "workbookUrlId",
                "name",
                "url",
                "path",
                "latestVersion",
                "ownerId",
                "createdBy",
                "updatedBy",
                "createdAt",
                "updatedAt",
                "tags",
            ],
            entry.Select(p => p.Key));
        Assert.Equal(("false", true), (list["hasMore"]!.ToLowerInvariant(), list.Json["nextPage"] is null));
        Assert.Equal(entry.ToJsonString(), (await caller.GetAsync("v2/workbooks/" + Consumer.Document)).Json.ToJsonString());
    }

    [Fact]
    [CoversBehavior("workbooks-flags")]
    [CoversBehavior("workbooks-explorations")]
    [CoversBehavior("workbooks-not-admin")]
    public async Task Flags_change_the_list()
    {
        await using Caller caller = await Consumer.StartAsync(Elements);
        string archived = caller.Organization.AddWorkbook("""{"name":"Old","pages":[]}""");
        caller.Organization.GetDocument(archived).IsArchived = true;
        caller.Organization.GetDocument(caller.Organization.AddWorkbook("""{"name":"Ad hoc","pages":[]}""")).IsExploration = true;
        caller.Organization.GetDocument(caller.Organization.AddWorkbook("""{"name":"Private","pages":[]}""")).IsShared = false;
        caller.Organization.TagDocument(Consumer.Document, "Prod");
        Assert.Equal("Doc", await NamesAsync(""));
        Assert.Equal("Old", await NamesAsync("?isArchived=true"));
        Assert.Equal("Ad hoc,Doc,Private", await NamesAsync("?skipPermissionCheck=true"));
        Assert.Equal("Doc,Private", await NamesAsync("?skipPermissionCheck=true&excludeExplorations=true"));
        Assert.False((await caller.GetAsync("v2/workbooks?excludeTags=true")).Entries.Single().ContainsKey("tags"));
        caller.Server.Options.CallerIsAdmin = false;
        Assert.Equal(403, (await caller.GetAsync("v2/workbooks?skipPermissionCheck=true")).Status);

        async Task<string> NamesAsync(string query) =>
            string.Join(
                ',',
                (await caller.GetAsync("v2/workbooks" + query)).Entries.Select(e => (string)e["name"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    [CoversBehavior("reports-list")]
    [CoversBehavior("documents-tags")]
    public async Task Reports_name_the_fields_of_their_tags_as_models_do()
    {
        await using Caller caller = await Consumer.StartAsync(Elements);
        string report = caller.Organization.AddReport("""{"name":"Monthly","pages":[]}""");
        caller.Organization.TagDocument(report, "Prod");
        string tagged = caller.Organization.TagDocument(Consumer.Document, "Prod");
        JsonObject entry = Assert.Single((await caller.GetAsync("v2/reports")).Entries);
        Assert.Equal(report, (string)entry["reportId"]!);
        Assert.Equal(
            ["versionTagId", "tagName", "sourceVersion", "taggedAt", "taggedReportId"],
            entry["tags"]![0]!.AsObject().Select(p => p.Key));
        Reply ofReport = await caller.GetAsync($"v2/reports/{report}/tags");
        Reply ofWorkbook = await caller.GetAsync($"v2/workbooks/{Consumer.Document}/tags");
        Assert.False(ofReport.Json.AsObject().ContainsKey("nextPage"));
        Assert.True(ofWorkbook.Json.AsObject().ContainsKey("nextPage"));
        Assert.Equal(
            ["versionTagId", "name", "sourceWorkbookVersion", "taggedWorkbookId", "workbookTaggedAt"],
            ofWorkbook.Entries.Single().Select(p => p.Key));
        Assert.Equal(tagged, (string)ofWorkbook.Entries.Single()["taggedWorkbookId"]!);
    }

    [Fact]
    [CoversBehavior("documents-history")]
    [CoversBehavior("documents-restore-version")]
    public async Task History_lists_published_versions_and_an_old_one_is_published_again()
    {
        await using Caller caller = await Consumer.StartAsync(Elements);
        caller.Organization.EditDocument(Consumer.Document, pages => pages[0]!["elements"]!.AsArray().Clear());
        Assert.Empty((await caller.GetAsync($"v2/workbooks/{Consumer.Document}/columns")).Entries);
        Reply restored = await caller.SendAsync("POST", $"v2/workbooks/{Consumer.Document}/restoreVersion", """{"version":1}""");
        Assert.Equal("3", restored["latestVersion"]);
        Assert.Equal(
            [1, 2, 3],
            (await caller.GetAsync($"v2/workbooks/{Consumer.Document}/version-history")).Entries.Select(v => (int)v["version"]!));
        Assert.Single((await caller.GetAsync($"v2/workbooks/{Consumer.Document}/columns")).Entries);
        Assert.Equal(404, (await caller.GetAsync($"v2/dataModels/{Consumer.Base}/version-history")).Status);
    }

    [Fact]
    [CoversBehavior("documents-tagged")]
    public async Task Tagged_copy_is_read_by_its_own_ID_where_the_service_allows_it()
    {
        await using Caller caller = await Consumer.StartAsync(Elements);
        string tagged = caller.Organization.TagDocument(Consumer.Document, "Prod");
        caller.Organization.EditDocument(Consumer.Document, pages => pages[0]!["elements"]!.AsArray().Clear());
        Assert.Single((await caller.GetAsync($"v2/workbooks/{tagged}/columns")).Entries);
        caller.Server.Options.ReadsTaggedDocuments = false;
        Assert.Equal(404, (await caller.GetAsync($"v2/workbooks/{tagged}/columns")).Status);
    }

    [Fact]
    [CoversBehavior("documents-refused")]
    [CoversBehavior("documents-patch")]
    [CoversBehavior("documents-copy")]
    public async Task Listed_document_may_be_unreadable()
    {
        await using Caller caller = await Consumer.StartAsync(Elements);
        SandboxDocument document = caller.Organization.GetDocument(Consumer.Document);
        foreach (
            (int status, string code) in new[]
            {
                (403, "forbidden"),
                (404, "not_found"),
                (409, "inode_archived"),
                (400, "unable_to_produce_query"),
            })
        {
            document.Refuse(status, code);
            Reply reply = await caller.GetAsync($"v2/workbooks/{Consumer.Document}/sources");
            Assert.Equal((status, code), (reply.Status, reply["code"]));
            Assert.Single((await caller.GetAsync("v2/workbooks")).Entries);
        }

        document.Allow();
        Assert.Equal(200, (await caller.SendAsync("PATCH", $"v2/workbooks/{Consumer.Document}", """{"name":"New"}""")).Status);
        Assert.Equal("Doc", (await caller.GetAsync("v2/workbooks/" + Consumer.Document))["name"]);
        string copy = (await caller.SendAsync("POST", $"v2/workbooks/{Consumer.Document}/copy", """{"name":"Copy"}"""))["workbookId"]!;
        Assert.Equal("e1", (string)(await caller.GetAsync($"v2/workbooks/{copy}/elements")).Entries.Single()["elementId"]!);
    }

    [Fact]
    [CoversBehavior("documents-limits")]
    [CoversBehavior("documents-list-odd")]
    public async Task Too_many_requests_in_flight_are_refused()
    {
        await using Caller caller = await Consumer.StartAsync(Elements, o => o.EnforcesDocumentLimits = true);
        Reply[] sources = await SendAtOnceAsync(caller, $"v2/workbooks/{Consumer.Document}/sources", 8, 3);
        Reply[] lineage = await SendAtOnceAsync(caller, $"v2/dataModels/{Consumer.Base}/lineage", 5, 2);
        Assert.Equal((3, 2), (sources.Count(r => r.Status == 429), lineage.Count(r => r.Status == 429)));
        caller.Server.Faults.Arm(new Fault { PathContains = "/columns", OmitEntries = true });
        caller.Server.Faults.Arm(new Fault { PathContains = "/columns", OverstateTotal = 4 });
        Assert.False((await caller.GetAsync($"v2/workbooks/{Consumer.Document}/columns")).Json.AsObject().ContainsKey("entries"));
        Assert.Equal("5", (await caller.GetAsync($"v2/workbooks/{Consumer.Document}/columns"))["total"]);
    }

    // A refused request gets its response at once. The others are held in flight until so many have been refused.
    private static async Task<Reply[]> SendAtOnceAsync(Caller caller, string path, int count, int refused)
    {
        TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        caller.Server.Faults.Arm(new Fault { PathContains = path, Times = count, Meanwhile = () => gate.Task });
        Task<Reply>[] calls = [.. Enumerable.Range(0, count).Select(_ => caller.GetAsync(path))];
        for (HashSet<Task> open = [.. calls]; open.Count > count - refused;)
        {
            open.Remove(await Task.WhenAny(open).WaitAsync(TimeSpan.FromSeconds(60)));
        }

        gate.SetResult();
        Reply[] replies = await Task.WhenAll(calls);
        caller.Server.Faults.Disarm();
        return replies;
    }

    [Fact]
    [CoversBehavior("organization-generated")]
    public async Task Generated_organization_has_no_broken_column_and_knows_its_consumers()
    {
        await using Caller caller = await Caller.StartAsync();
        GeneratedOrganization generated = GeneratedOrganization.Fill(caller.Organization, models: 9, workbooks: 12, reports: 6);
        Assert.Equal(
            (12, 6),
            (
                (await caller.GetAsync("v2/workbooks?limit=1000")).Entries.Count,
                (await caller.GetAsync("v2/reports?limit=1000")).Entries.Count));
        Assert.All(caller.Organization.Documents, d => Assert.Empty(caller.Organization.BrokenColumns(d.Id)));
        Assert.All(generated.ModelColumns.Select(c => c.DocumentId).Distinct(), id =>
            Assert.Empty(caller.Organization.BrokenModelColumns(id)));
        Assert.Contains(generated.ModelColumns, c => generated.ConsumersOf(c).Count > 3);
    }

    [Fact]
    [CoversBehavior("organization-invented")]
    public async Task Twelve_thousand_workbooks_can_be_invented()
    {
        await using Caller caller = await Caller.StartAsync();
        InventedOrganization.Fill(caller.Organization, 12_000);
        Assert.Equal("12000", (await caller.GetAsync("v2/workbooks?limit=1000"))["total"]);
        string id = caller.Organization.Documents[9].Id;
        Reply columns = await caller.GetAsync($"v2/workbooks/{id}/columns");
        Assert.Equal(InventedOrganization.ColumnsPerWorkbook, columns.Entries.Count);
        Assert.DoesNotContain(columns.Entries, c => (string)c["type"]!["type"]! == "error");
    }
}
