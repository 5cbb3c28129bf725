using System;
using System.Linq;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Usage;

public sealed class FindUsageTests : UsageTestBed
{
    private string _report = "";

    private protected override SandboxOptions Options => new() { SeedModels = false };

    private protected override void Arrange()
    {
        Consumer.AddModels(Organization);
        string table = Consumer.Table(
            string.Join(
                ',',
                Consumer.Column("c1", "Sum([Orders/Amount])"),
                Consumer.Column("c2", "[Name of c1] * 2"),
                Consumer.Column("c3", "[Orders/Buyer/Region]"),
                Consumer.Column("c4", "[Metrics/Total]"),
                Consumer.Column("c5", "[Orders/Customer]")));
        Organization.AddWorkbook(Consumer.Content(table), folderPath: "Retail/Boards");
        _report = Organization.AddReport($$"""{"name":"Monthly","pages":[{"id":"p","elements":[{{Consumer.Table(Consumer.Column("r1", "[Board/Amount]"), "e2", "board", Consumer.Top)}}]}]}""");
    }

    [Fact]
    public void A_column_lists_consumers_through_siblings_metrics_and_models()
    {
        UsageRow[] rows = [.. Find($"{Consumer.Base} -Column Amount")];
        Assert.Equal(["c1", "c2", "c4", "r1", "x", "y"], rows.Where(r => r.IsCertain).Select(r => r.Column!).Order(StringComparer.Ordinal));
        UsageRow direct = rows.Single(r => r.Column == "c1");
        Assert.Equal(
            ("Workbook", Consumer.Document, "Sum([Orders/Amount])", "Ada Admin"),
            (direct.Kind, direct.Id, direct.Formula, direct.Owner));
        Assert.Contains("Board/Amount", rows.Single(r => r.Column == "r1").Via, StringComparison.Ordinal);
        Assert.Equal(["c3"], Find($"'Base' -Element Customers -Column Region").Select(r => r.Column));
        Assert.Equal(["c4"], Find($"'Base' -Metric Total").Select(r => r.Column));
    }

    [Fact]
    public void Usages_become_a_table_of_Markdown()
    {
        string text = Assert.Single(
            Run("Find-SigmaUsage Base -Column Customer -IndexPath $index | ConvertTo-SigmaMarkdown -Title 'Who reads it'")
                .MustSucceed()
                .Texts
        )!;
        Assert.Contains("## Who reads it", text, StringComparison.Ordinal);
        Assert.Contains("[Orders/Customer]", text, StringComparison.Ordinal);
        Assert.Contains("Ada Admin", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Usages_become_a_picture_of_model_document_and_element()
    {
        const string find = "Find-SigmaUsage Base -Column Amount -IndexPath $index | ";
        string text = Assert.Single(Run(find + "ConvertTo-SigmaDiagram -As Mermaid").MustSucceed().Texts)!;
        string[] lines = text.Split('\n', StringSplitOptions.TrimEntries);
        string Number(string label) =>
            Assert
                .Single(lines, line => line.Contains(label, StringComparison.Ordinal) && !line.Contains("--", StringComparison.Ordinal))
                .Split('[', '(')[0];
        (string model, string document, string report) = (Number("\"Base\""), Number("Workbook Doc, Ada Admin"), Number("Report Monthly"));
        Assert.Contains(lines, line =>
            line.StartsWith($"{model} -->", StringComparison.Ordinal)
            && line.EndsWith($" {document}", StringComparison.Ordinal)
            && line.Contains("Amount", StringComparison.Ordinal));
        Assert.Contains(lines, line =>
            line.StartsWith($"{report} -->", StringComparison.Ordinal) && lines.Contains(line.Split(' ')[^1] + "[[\"Board\"]]"));
        string html = Assert.Single(
            Run(
                    find
                        + "ForEach-Object { [System.Management.Automation.PSSerializer]::Deserialize("
                        + "[System.Management.Automation.PSSerializer]::Serialize($_)) } "
                        + "| ConvertTo-SigmaDiagram -As Html -Title Readers")
                .MustSucceed()
                .Texts
        )!;
        Assert.Contains("<title>Readers</title>", html, StringComparison.Ordinal);
        Assert.Contains("Workbook Doc, Ada Admin", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_closing_line_counts_the_documents()
    {
        Organization.GetDocument(_report).Refuse(403, "forbidden", "No access");
        ShellResult result = Run("Find-SigmaUsage Base -Column Customer -IndexPath $index").MustSucceed();
        string line = Assert.Single(result.Information, r => r.Tags.Contains("SigmaPS.Usage")).MessageData.ToString()!;
        Assert.Contains("4 documents checked, 1 could not", line, StringComparison.Ordinal);
        Assert.Contains("Monthly", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void The_second_run_requests_lists_and_changed_documents()
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
    public void A_version_tag_that_moves_makes_the_next_run_read_that_document_alone()
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
    public void A_version_tag_of_a_model_that_moves_is_seen_through_its_consumers()
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
    public void The_second_run_requests_lists_alone_when_documents_and_models_read_tagged_versions()
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
    [CoversParameter("Find-SigmaUsage", "Unused")]
    public void Unused_lists_columns_that_nobody_reads()
    {
        ShellResult unused = Run(
                "Find-SigmaUsage Base -Unused -IndexPath $index "
                    + "| ForEach-Object { \"$($_.Kind) $($_.Element)/$($_.Name) $($_.Certainty)\" }")
            .MustSucceed();
        Assert.Empty(unused.Texts);
        Organization.EditDocument(Consumer.Document, pages => pages[0]!["elements"]![0]!["columns"]!.AsArray().RemoveAt(3));
        Assert.Equal(
            ["Metric Orders/Total Certain"],
            Run(
                    "Find-SigmaUsage Base -Unused -IndexPath $index "
                        + "| ForEach-Object { \"$($_.Kind) $($_.Element)/$($_.Name) $($_.Certainty)\" }")
                .MustSucceed()
                .Texts);
    }

    [Fact]
    [CoversParameter("Find-SigmaUsage", "Control")]
    public void A_control_is_a_possible_use_of_a_models_control()
    {
        Organization.EditDocument(Consumer.Document, pages =>
            pages[0]!["elements"]!
                .AsArray()
                .Add(System.Text.Json.Nodes.JsonNode.Parse("""{"id":"k","kind":"control","controlId":"Pick"}""")));
        UsageRow row = Assert.Single(Find("Base -Control Region-Pick"));
        Assert.Equal(("Possible", "k"), (row.Certainty, row.Element));
    }

    [Fact]
    public void A_changed_column_is_a_question_through_the_pipeline()
    {
        string script =
            "$s = Get-SigmaDataModelSpec "
            + Consumer.Base
            + "; $t = $s.PSObject.Copy(); $t.pages[0].elements[1].columns.RemoveAt(1); "
            + "Compare-SigmaDataModelSpec -ReferenceSpec $s -DifferenceSpec $t "
            + "| Find-SigmaUsage -IndexPath $index | ForEach-Object ColumnId";
        Assert.Contains("c5", Run(script).MustSucceed().Texts);
        Assert.Contains(
            "c5",
            Run(
                    $"Get-SigmaDataModelSpec {Consumer.Base} | Get-SigmaSpecColumn -Name Customer "
                        + "| Find-SigmaUsage -IndexPath $index | ForEach-Object ColumnId")
                .MustSucceed()
                .Texts);
        Assert.Contains(
            "c5",
            Run("Get-SigmaDataModel -Name Base | Find-SigmaUsage -IndexPath $index | ForEach-Object ColumnId").MustSucceed().Texts);
    }

    [Theory]
    [InlineData("Base -Column Nope")]
    [InlineData("'No such model'")]
    public void An_item_that_does_not_exist_is_an_error(string arguments) =>
        Assert.Contains(
            "Nope".Length == 4 && arguments.Contains("Nope", StringComparison.Ordinal) ? "Nope" : "No such model",
            Run($"Find-SigmaUsage {arguments} -IndexPath $index").ErrorText,
            StringComparison.Ordinal);

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

    [Fact]
    public async System.Threading.Tasks.Task Models_that_use_a_model_come_in_the_order_of_their_names()
    {
        await using SandboxServer server = await SandboxServer.StartAsync();
        using Shell shell = Shell.ConnectedTo(server);
        shell.Set("index", System.IO.Path.Combine(IndexFolder, "order"));
        string?[] names =
        [
            .. shell
                .Run(
                    "Find-SigmaUsage 06de7885-847b-468d-a96e-7db8f5b84bb1 -IndexPath $index "
                        + "| Where-Object ConsumerKind -eq DataModel | ForEach-Object ConsumerName")
                .MustSucceed()
                .Texts,
        ];
        Assert.True(names.Distinct().Count() > 2);
        Assert.Equal(names.OrderBy(name => name, StringComparer.OrdinalIgnoreCase), names);
        shell.Run("Disconnect-Sigma");
    }

    [Fact]
    public void Unknown_model_is_an_error_that_lists_the_existing_ones() =>
        Assert.Contains(
            "Existing data models",
            Run("Find-SigmaUsage 'No such model' -IndexPath $index").ErrorText,
            StringComparison.Ordinal);
}
