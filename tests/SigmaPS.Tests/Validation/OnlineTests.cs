using System.Linq;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Validation;

/// <summary>The checks that need the organization.</summary>
public sealed class OnlineTests : SandboxTest
{
    private const string Good = """
        {"schemaVersion":1,"folderId":"21c662bd-d01e-4b2a-b6c9-559670a79a1d","pages":[{"id":"p","name":"P","elements":[
        {"id":"o","kind":"table","name":"Orders","source":{"kind":"warehouse-table","connectionId":"6e1a4c0b-52d7-4f7e-8f0d-31b9a7c45e22","path":["RETAIL","SALES","ORDERS"]},"columns":[{"id":"a","formula":"[ORDERS/Order Id]"},{"id":"b","formula":"Lower([ORDERS/STATUS])"}],"columnSecurities":[{"id":"s","restrictedColumns":["a"],"criteria":{"kind":"specific-users-and-teams","assignments":[{"type":"user","userId":"q7VtYb2Lw0ZkE4xJm9RcA5sHd1PnU"}]}}]},
        {"id":"r","kind":"table","name":"Raw","source":{"kind":"warehouse-table","connectionId":"c40f9d1e-7b86-4a35-9d2c-0e5f8ab61337","path":["public","web_sessions"]},"columns":[{"id":"a","formula":"[web_sessions/session_id]"}]},
        {"id":"q","kind":"table","name":"Sql","source":{"kind":"sql","connectionId":"d61d33dd-3f3b-4cf6-bb08-d7e5bf0136ac","statement":"select 1"},"columns":[]},
        {"id":"j","kind":"table","name":"Joined","source":{"kind":"join","joins":[{"left":{"kind":"warehouse-table","connectionId":"6e1a4c0b-52d7-4f7e-8f0d-31b9a7c45e22","path":["RETAIL","SALES","STORES"]},"right":{"kind":"table","elementId":"o"},"columns":[{"left":"[City]","right":"[Order Id]"}]}]},"columns":[{"id":"a","formula":"[STORES/Name]"}]},
        {"id":"m","kind":"table","name":"Built","source":{"kind":"data-model","dataModelId":"06de7885-847b-468d-a96e-7db8f5b84bb1","elementId":"tblOrders1"},"columns":[{"id":"a","formula":"[Orders/Net Revenue]"}]},
        {"id":"k","kind":"control","controlId":"Pick","controlType":"text-area","filters":[{"source":{"kind":"warehouse-table","connectionId":"6e1a4c0b-52d7-4f7e-8f0d-31b9a7c45e22","path":["RETAIL","SALES","ORDERS"]},"columnId":"REGION"}],"parameters":[{"kind":"data-model","dataModelId":"b7ea654f-36bf-4d62-8ff1-02f00382acda","controlId":"Region-List"}]}]}]}
        """;

    private const string Rules =
        "unknown-connection, unknown-member, unknown-folder, unknown-table, unsynced-table, unknown-table-column, unknown-model, "
            + "unknown-model-column, unknown-model-control";

    [Fact]
    public void Every_good_model_of_the_sandbox_is_valid_online_too()
    {
        foreach (SandboxModel model in Organization.Models.Where(model => !model.IsArchived && model.Name != "Known Faults"))
        {
            Shell.Set("json", model.SpecJson);
            ShellResult found = Run(
                "Get-SigmaDataModelSpecIssue -Json $json -Online -Severity Error | ForEach-Object { \"$($_.RuleId) $($_.Message)\" }"
            ).MustSucceed();
            Assert.True(found.Output.Count == 0, model.Name + "\n" + string.Join("\n", found.Texts));
        }
    }

    [Theory]
    [InlineData("[sessions/page_views]", "")]
    [InlineData("[sessions/page_viewz]", "Error")]
    [InlineData("[sessions/Page Views]", "Error")]
    public void Names_that_Sigma_lists_decide_about_a_column_of_another_model(string formula, string severity)
    {
        // The connection has no friendly names, so the rules alone would give "Page Views".
        Shell.Set(
            "json",
            Good.Replace(
                    "06de7885-847b-468d-a96e-7db8f5b84bb1\",\"elementId\":\"tblOrders1",
                    "1180a870-fc89-4867-b527-1f23ec63626a\",\"elementId\":\"lSessions1",
                    System.StringComparison.Ordinal)
                .Replace("[Orders/Net Revenue]", formula, System.StringComparison.Ordinal));
        Assert.Equal(
            severity,
            string.Concat(
                Run(
                    "Get-SigmaDataModelSpecIssue -Json $json -Online -IncludeRule unknown-model-column | ForEach-Object { "
                        + "\"$($_.Severity)\" }"
                ).MustSucceed().Texts));
    }

    [Fact]
    public void Session_reports_a_difference_of_names_once_with_both()
    {
        const string search = "Find-SigmaDataModelColumn 1180a870-fc89-4867-b527-1f23ec63626a -Verbose | Out-Null";
        string line = Assert.Single(Run(search).MustSucceed().Verbose, line =>
            line.Contains("page_views", System.StringComparison.Ordinal));
        Assert.Contains("'Page Views'", line);
        Assert.DoesNotContain(Run(search).MustSucceed().Verbose, other =>
            other.Contains("Page Views", System.StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "6e1a4c0b-52d7-4f7e-8f0d-31b9a7c45e22\",\"path\":[\"RETAIL\",\"SALES\",\"STORES",
        "00000000-0000-4000-8000-000000000000\",\"path\":[\"RETAIL\",\"SALES\",\"STORES",
        "unknown-connection",
        "does not refer to a connection of this organization")]
    [InlineData(
        "d61d33dd-3f3b-4cf6-bb08-d7e5bf0136ac",
        "no-such",
        "unknown-connection",
        "connectionId 'no-such' does not refer to a connection"
    )]
    [InlineData("\"SALES\",\"STORES\"", "\"SALES\",\"SHOPS\"", "unknown-table", "'RETAIL.SALES.SHOPS' does not exist in Sigma's catalog")]
    [InlineData("\"SALES\",\"STORES\"", "\"SALES\"", "unknown-table", "is a database or schema and not a table")]
    [InlineData(
        "ORDERS/Order Id",
        "ORDERS/Order Idd",
        "unknown-table-column",
        "the column 'Order Idd' of the table 'RETAIL.SALES.ORDERS' does not exist")]
    [InlineData("[ORDERS/STATUS]", "[ORDERS/STATE]", "unknown-table-column", "the column 'STATE'")]
    [InlineData("web_sessions/session_id", "web_sessions/Session Id", "unknown-table-column", "the column 'Session Id'")]
    [InlineData("[STORES/Name]", "[STORES/Nam]", "unknown-table-column", "the column 'Nam'")]
    [InlineData(
        "\"left\":\"[City]\"",
        "\"left\":\"[Town]\"",
        "unknown-table-column",
        "the column 'Town' of the table 'RETAIL.SALES.STORES'")]
    [InlineData("\"columnId\":\"REGION\"", "\"columnId\":\"AREA\"", "unknown-table-column", "the column 'AREA'")]
    [InlineData("\"tblOrders1\"", "\"gone\"", "unknown-model", "elementId 'gone' does not refer to an element of the model \"Sales Core\"")]
    [InlineData(
        "06de7885-847b-468d-a96e-7db8f5b84bb1",
        "00000000-0000-4000-8000-000000000000",
        "unknown-model",
        "does not refer to a data model that these credentials can see")]
    [InlineData("[Orders/Net Revenue]", "[Orders/Net Revenu]", "unknown-model-column", "does not have a column 'Net Revenu'")]
    [InlineData(
        "\"controlId\":\"Region-List\"",
        "\"controlId\":\"Gone\"",
        "unknown-model-control",
        "controlId 'Gone' does not refer to a control of the model")]
    [InlineData(
        "q7VtYb2Lw0ZkE4xJm9RcA5sHd1PnU",
        "nobody",
        "unknown-member",
        "userId 'nobody' does not refer to a member of this organization"
    )]
    [InlineData(
        "21c662bd-d01e-4b2a-b6c9-559670a79a1d",
        "00000000-0000-4000-8000-000000000000",
        "unknown-folder",
        "does not refer to a folder that these credentials can see")]
    [CoversParameter("Get-SigmaDataModelSpecIssue", "Online")]
    [CoversParameter("Test-SigmaDataModelSpec", "Online")]
    public void One_change_is_found_by_its_rule_and_only_online(string old, string now, string rule, string says)
    {
        Assert.Contains(old, Good);
        Shell.Set("good", Good);
        Shell.Set("bad", Good.Replace(old, now, System.StringComparison.Ordinal));
        Assert.Empty(Run($"Get-SigmaDataModelSpecIssue -Json $good -Online -IncludeRule {Rules}").MustSucceed().Output);
        Assert.Equal(
            [rule],
            Run(
                $"Get-SigmaDataModelSpecIssue -Json $bad -Online -IncludeRule {Rules} | Where-Object Message -like "
                    + $"'*{WildcardText(says)}*' | ForEach-Object RuleId"
            ).MustSucceed().Texts);
        Assert.Empty(Run($"Get-SigmaDataModelSpecIssue -Json $bad -IncludeRule {Rules}").MustSucceed().Output);
        Assert.Equal(
            [rule == "unknown-folder" ? "True" : "False"],
            Run("Test-SigmaDataModelSpec -Json $bad -Online").MustSucceed().Texts);
    }

    [Fact]
    public void Removed_and_not_yet_created_models_are_distinguished()
    {
        const string Warehouse = "6e1a4c0b-52d7-4f7e-8f0d-31b9a7c45e22";
        Organization.AddTable(Warehouse, ["RETAIL", "SALES", "FRESH"]);
        Organization.AddTable(Warehouse, ["RETAIL", "SALES", "OLD"], "ID text", "NOTE text removed", "SECRET text hidden");
        Assert.Equal(["unsynced-table"], Found("FRESH", "[FRESH/Id]"));
        Assert.Equal(["unknown-table-column"], Found("OLD", "[OLD/Note]"));
        Assert.Empty(Found("OLD", "[OLD/Secret]"));
        Organization.Connections.Single(connection => connection.Id == Warehouse).IsArchived = true;
        Assert.Equal(["unknown-connection"], Found("OLD", "[OLD/Id]"));

        System.Collections.Generic.IReadOnlyList<string?> Found(string table, string formula)
        {
            Shell.Set(
                "json",
                $$"""{"schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[{"id":"o","kind":"table","name":"O","source":{"kind":"warehouse-table","connectionId":"{{Warehouse}}","path":["RETAIL","SALES","{{table}}"]},"columns":[{"id":"a","formula":"{{formula}}"}]}]}]}"""
            );
            return Run($"Get-SigmaDataModelSpecIssue -Json $json -Online -IncludeRule {Rules} | ForEach-Object RuleId").MustSucceed().Texts;
        }
    }

    [Fact]
    [CoversParameter("Get-SigmaDataModelSpecIssue", "Session")]
    [CoversParameter("Test-SigmaDataModelSpec", "Session")]
    public void Each_thing_is_asked_once_and_nothing_without_the_switch()
    {
        Shell.Set("good", Good);
        Requests.Clear();
        Run("Get-SigmaDataModelSpecIssue -Json $good; Test-SigmaDataModelSpec -Json $good").MustSucceed();
        Assert.Equal(0, Requests.Count());
        Run(
            "$session = Get-SigmaSession; $o = @{ schemaVersion = 1; pages = @(@{ id = 'p'; name = 'P'; elements = @(@{ id = 'o'; "
                + "kind = 'table'; source = @{ kind = 'warehouse-table'; connectionId = '6e1a4c0b-52d7-4f7e-8f0d-31b9a7c45e22'; path "
                + "= 'RETAIL', 'SALES', 'ORDERS' }; columns = @() }) }) }; $o, $o, $o | Get-SigmaDataModelSpecIssue -Online -Session "
                + "$session"
        ).MustSucceed();
        Assert.Equal(3, Requests.Count());
        Assert.Equal("SigmaInvalidArgument", Run("Get-SigmaDataModelSpecIssue -Json $good -Session $session").ErrorId);
        Assert.Equal("SigmaInvalidArgument", Run("Test-SigmaDataModelSpec -Json $good -Session $session").ErrorId);
        Run("Disconnect-Sigma").MustSucceed();
        Assert.Equal("SigmaNotConnected", Run("Get-SigmaDataModelSpecIssue -Json $good -Online").ErrorId);
        Assert.Equal("SigmaSessionNotLive", Run("Test-SigmaDataModelSpec -Json $good -Online -Session $session").ErrorId);
    }

    [Fact]
    public void Items_without_access_are_not_validated()
    {
        Shell.Set("bad", Good.Replace("\"tblOrders1\"", "\"gone\"", System.StringComparison.Ordinal));
        Server.Faults.Arm(new Fault { PathContains = "/dataModels/06de7885-847b-468d-a96e-7db8f5b84bb1", Status = 403, Message = "no" });
        ShellResult result = Run($"Get-SigmaDataModelSpecIssue -Json $bad -Online -IncludeRule {Rules} -Verbose").MustSucceed();
        Assert.Empty(result.Output);
        Assert.Contains(result.Verbose, line => line.Contains("data model 06de7885") && line.Contains("Skip"));
    }

    private static string WildcardText(string text) => text.Replace("'", "''", System.StringComparison.Ordinal);
}
