using System;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Usage;

/// <summary>No document is wrongly reported as unaffected, with each interruption of a scan.</summary>
public sealed class InterruptedScanTests : UsageTestBed
{
    private const int Count = 20;

    private protected override SandboxOptions Options => new() { SeedModels = false };

    private protected override void Arrange()
    {
        Consumer.AddModels(Organization);
        for (int i = 0; i < Count; i++)
        {
            Organization.AddWorkbook(
                $$"""{"name":"Book {{i:00}}","pages":[{"id":"p","elements":[{{Consumer.Table(Consumer.Column("c1", "[Orders/Amount]"))}}]}]}"""
            );
        }
    }

    [Fact]
    public void Forbidden_broken_or_missing_document_is_counted()
    {
        SandboxDocument[] documents = [.. Organization.Documents];
        documents[0].Refuse(403, "forbidden");
        documents[1].Refuse(404, "not_found");
        documents[2].Refuse(409, "inode_archived");
        documents[3].Refuse(400, "unable_to_produce_query", only: "columns");
        Server.Faults.Arm(new Fault { PathContains = documents[4].Id + "/columns", OverstateTotal = 3 });
        Server.Faults.Arm(new Fault { PathContains = documents[5].Id + "/elements", OmitEntries = true });
        ShellResult result = Run("Find-SigmaUsage Base -Column Amount -IndexPath $index").MustSucceed();
        Assert.Equal(Count - 6, result.Output.Select(UsageRow.Of).Count(r => r.Kind == "Workbook"));
        Assert.Contains(
            " 6 could not be checked",
            Assert.Single(result.Information, r => r.Tags.Contains("SigmaPS.Usage")).MessageData.ToString(),
            StringComparison.Ordinal);
        Assert.Equal(6, documents.Take(6).Count(d => result.Warnings.Any(w => w.Contains(d.Id, StringComparison.Ordinal))));
    }

    [Fact]
    public void Throttling_slows_the_scan_and_loses_nothing()
    {
        Shell.Connect(Server, retryTimeoutSec: 60).MustSucceed();
        for (int i = 0; i < 6; i++)
        {
            Server.Faults.Arm(KnownFaults.Throttled(0) with { PathContains = "/workbooks/", Skip = i * 4 });
        }

        Assert.Equal(Count, Find("Base -Column Amount").Count(r => r.Kind == "Workbook"));
    }

    [Fact]
    public void Document_that_changes_during_the_scan_is_read_again()
    {
        SandboxDocument last = Organization.Documents[^1];
        Server.Faults.Arm(new Fault
        {
            PathContains = last.Id + "/columns",
            Meanwhile = () =>
            {
                Organization.EditDocument(last.Id, pages =>
                    pages[0]!["elements"]![0]!["columns"]!
                        .AsArray()
                        .Add(System.Text.Json.Nodes.JsonNode.Parse(Consumer.Column("new", "[Orders/Amount]"))));
                return Task.CompletedTask;
            },
        });
        Assert.Contains(Find("Base -Column Amount"), r => r.Id == last.Id && r.Column == "new");
    }

    [Fact]
    public void Scan_that_was_stopped_goes_on_where_it_ended()
    {
        for (int i = 12; i < Count; i++)
        {
            Organization.Documents[i].Refuse(503, "unavailable");
        }

        Run("Find-SigmaUsage Base -Column Amount -IndexPath $index").MustSucceed();
        foreach (SandboxDocument document in Organization.Documents)
        {
            document.Allow();
        }

        Requests.Clear();
        Assert.Equal(Count, Find("Base -Column Amount").Count(r => r.Kind == "Workbook"));
        Assert.Equal(
            Count - 12,
            Requested.Count(path =>
                path.EndsWith("/sources", StringComparison.Ordinal) && path.Contains("/workbooks/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Two_scans_at_once_share_the_index()
    {
        using Shell second = Shell.ConnectedTo(Server);
        second.Set("index", IndexFolder);
        Task<ShellResult> other = Task.Run(() => second.Run("Find-SigmaUsage Base -Column Amount -IndexPath $index"));
        int own = Find("Base -Column Amount").Count(r => r.Kind == "Workbook");
        Assert.Equal((Count, Count), (own, (await other).MustSucceed().Output.Select(UsageRow.Of).Count(r => r.Kind == "Workbook")));
        second.Run("Disconnect-Sigma");
    }

    [Fact]
    public void Entry_whose_body_is_damaged_counts_as_not_checked_and_is_read_again()
    {
        Find("Base -Column Amount");
        string[] files = System.IO.Directory.GetFiles(IndexFolder, "workbook-*", System.IO.SearchOption.AllDirectories);
        string text = System.IO.File.ReadAllText(files[0]);
        System.IO.File.WriteAllText(files[0], text[..(text.IndexOf('\n', StringComparison.Ordinal) + 30)]);
        ShellResult result = Run("Find-SigmaUsage Base -Column Amount -IndexPath $index").MustSucceed();
        Assert.Equal(Count - 1, result.Output.Select(UsageRow.Of).Count(r => r.Kind == "Workbook"));
        Assert.Contains(
            " 1 could not be checked",
            Assert.Single(result.Information, r => r.Tags.Contains("SigmaPS.Usage")).MessageData.ToString(),
            StringComparison.Ordinal);
        Assert.Equal(Count, Find("Base -Column Amount").Count(r => r.Kind == "Workbook"));
    }

    [Fact]
    public void Cut_off_entry_is_read_again()
    {
        Find("Base -Column Amount");
        string[] files = System.IO.Directory.GetFiles(IndexFolder, "workbook-*", System.IO.SearchOption.AllDirectories);
        System.IO.File.WriteAllText(files[0], System.IO.File.ReadAllText(files[0])[..40]);
        Assert.Equal(Count, Find("Base -Column Amount").Count(r => r.Kind == "Workbook"));
    }

    /// <summary>Texts for entries that are not ours, or that something damaged; $ is the entry's own first line.</summary>
    private static readonly string[] Damages =
        [
            "",
            "\n",
            "{}\n{}",
            "null\nnull",
            "[1]\n[2]",
            "\0\0\0\n\0\0",
            "{\"Format\":2}\n{}",
            "$\n{}",
            "$\nnull",
            "$\n[]",
            "$",
            "notes of a person\n",
        ];

    [Fact]
    public void Entry_that_is_not_ours_or_damaged_never_hides_a_consumer()
    {
        // Each question leaves the index whole again, so the next damage needs no scan before it.
        Find("Base -Column Amount");
        Assert.All(Damages, text =>
        {
            foreach (string file in System.IO.Directory.GetFiles(IndexFolder, "*.usage", System.IO.SearchOption.AllDirectories))
            {
                System.IO.File.WriteAllText(file, text.Replace("$", System.IO.File.ReadLines(file).First(), StringComparison.Ordinal));
            }

            ShellResult result = Run("Find-SigmaUsage Base -Column Amount -IndexPath $index").MustSucceed();
            int found = result.Output.Select(UsageRow.Of).Count(r => r.Kind == "Workbook");
            string closing = Assert.Single(result.Information, r => r.Tags.Contains("SigmaPS.Usage")).MessageData.ToString()!;
            Assert.Contains($" {Count - found} could not be checked", closing, StringComparison.Ordinal);
            Assert.Equal(Count, Find("Base -Column Amount").Count(r => r.Kind == "Workbook"));
        });
    }

    [Fact]
    public void Folder_that_is_a_file_is_an_error_that_names_it()
    {
        string file = System.IO.Path.GetTempFileName();
        try
        {
            ShellResult result = Run($"Find-SigmaUsage Base -IndexPath '{file}'");
            Assert.Equal("SigmaFileFailed", result.ErrorId);
            Assert.Contains(file, result.ErrorText, StringComparison.Ordinal);
        }
        finally
        {
            System.IO.File.Delete(file);
        }
    }
}
