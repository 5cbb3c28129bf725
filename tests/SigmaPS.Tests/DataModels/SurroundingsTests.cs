using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.DataModels;

/// <summary>What surrounds the models: files, connections, tables, members, through the staged module.</summary>
public sealed class SurroundingsTests : IAsyncLifetime
{
    private const string PlugsOrders = "467bc369-5db7-4963-8172-b24a49dbc75b";
    private SandboxServer _server = null!;
    private Shell _shell = null!;

    public async Task InitializeAsync()
    {
        _server = await SandboxServer.StartAsync();
        _shell = Shell.ConnectedTo(_server);
        _server.Requests.Clear();
    }

    public async Task DisposeAsync()
    {
        _shell.Run("Disconnect-Sigma");
        _shell.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    [CoversParameter("Get-SigmaFile", "Name", "Type", "Id")]
    public void Files_are_found_by_name_type_and_id()
    {
        Assert.Equal(PlugsOrders, _shell.Run("Get-SigmaFile -Name 'plugs orders' -Type data-model").MustSucceed().Property("Id"));
        ShellResult part = _shell.Run("Get-SigmaFile -Name 'Plugs' -Type data-model");
        Assert.Equal(("SigmaItemNotFound", 0), (part.ErrorId, part.Output.Count));
        Assert.Equal(PlugsOrders, _shell.Run("Get-SigmaFile -Name 'Plugs*'").MustSucceed().Property("Id"));
        Assert.Equal(["Finance", "Retail", "Vertrieb Süd"], _shell.Run("(Get-SigmaFile -Type workspace).Name").MustSucceed().Texts.Order());
        Assert.Equal("My Documents/Examples", _shell.Run($"Get-SigmaFile {PlugsOrders}").MustSucceed().Property("Path"));
        Assert.Equal("SigmaItemNotFound", _shell.Run("Get-SigmaFile -Id nope").ErrorId);
    }

    [Fact]
    [CoversParameter("Get-SigmaFile", "FolderId", "Recurse")]
    public void A_folder_gives_what_lies_in_it_and_on_request_below_it()
    {
        _shell.Set("retail", _server.Organization.Folders.Single(f => f.Name == "Retail").Id);
        Assert.Equal(["Models"], _shell.Run("Get-SigmaFile -FolderId $retail").MustSucceed().Texts);
        Assert.Contains("Sandbox", _shell.Run("Get-SigmaFile -FolderId $retail -Recurse -Type folder").MustSucceed().Texts);
    }

    [Fact]
    public void An_entry_that_is_an_error_is_a_warning_and_the_files_still_come()
    {
        _server.Organization.AddUnreadableFile();
        ShellResult result = _shell.Run("Get-SigmaFile -Type folder").MustSucceed();
        Assert.Contains("could not read", Assert.Single(result.Warnings));
        Assert.NotEmpty(result.Output);
        Assert.DoesNotContain("", result.Texts);
    }

    [Fact]
    [CoversParameter("Get-SigmaConnection", "Name", "IncludeArchived")]
    public void Connections_are_found_by_name_and_archived_ones_on_request()
    {
        _server.Organization.Connections.Single(c => c.Name == "Retail Warehouse").IsArchived = true;
        Assert.Empty(_shell.Run("Get-SigmaConnection 'Retail*'").MustSucceed().Output);
        ShellResult found = _shell.Run("Get-SigmaConnection 'retail*' -IncludeArchived").MustSucceed();
        Assert.Equal(("Retail Warehouse", true), (found.Property("Name"), found.Property("IsArchived")));
        Assert.Equal(false, _shell.Run("Get-SigmaConnection 'Lake (raw names)'").MustSucceed().Property("UsesFriendlyNames"));
    }

    [Fact]
    [CoversParameter("Get-SigmaTable", "ConnectionId", "Path")]
    public void A_table_is_looked_up_by_its_path_and_the_catalogue_is_listed_without_one()
    {
        SandboxTable orders = _server.Organization.FindTable(Sandbox.Specs.Warehouse, ["RETAIL", "SALES", "ORDERS"])!;
        ShellResult table = _shell.Run("Get-SigmaConnection 'Retail Warehouse' | Get-SigmaTable -Path RETAIL, SALES, ORDERS").MustSucceed();
        Assert.Equal((orders.InodeId, "table", "ORDERS"), (table.Property("TableId"), table.Property("Kind"), table.Property("Name")));
        Assert.Equal("SigmaItemNotFound", _shell.Run("Get-SigmaConnection 'Retail Warehouse' | Get-SigmaTable -Path RETAIL, NOPE").ErrorId);
        Assert.Equal("SigmaInvalidArgument", _shell.Run("Get-SigmaTable -Path RETAIL").ErrorId);
        Assert.Equal(10, _shell.Run("Get-SigmaTable").MustSucceed().Output.Count);
        ShellResult listed = _shell.Run("Get-SigmaConnection 'Retail Warehouse' | Get-SigmaTable").MustSucceed();
        Assert.Equal(7, listed.Output.Count);
        Assert.Equal(
            orders.InodeId,
            _shell.Run("(Get-SigmaConnection 'Retail Warehouse' | Get-SigmaTable | Where-Object Name -eq ORDERS).TableId").Texts.Single());
    }

    [Fact]
    [CoversParameter("Get-SigmaTableColumn", "TableId", "IncludeRemoved")]
    public void A_table_s_columns_are_listed_and_those_that_have_gone_on_request()
    {
        SandboxTable orders = _server.Organization.FindTable(Sandbox.Specs.Warehouse, ["RETAIL", "SALES", "ORDERS"])!;
        _shell.Set("table", orders.InodeId);
        Assert.Equal(orders.Columns.Count, _shell.Run("Get-SigmaTableColumn $table").MustSucceed().Output.Count);
        _server.Faults.Arm(
            new Fault
            {
                PathContains = "/columns",
                Times = 2,
                Status = 200,
                Body =
                    """{"entries":[{"name":"A","type":"text","visibility":"included"},{"name":"B","type":{"type":"number"},"visibility":"removed"}]}""",
            });
        Assert.Equal(["A"], _shell.Run("$table | Get-SigmaTableColumn").MustSucceed().Texts);
        Assert.Equal(["text", "number"], _shell.Run("($table | Get-SigmaTableColumn -IncludeRemoved).Type").MustSucceed().Texts);
    }

    [Fact]
    [CoversParameter("Get-SigmaMember", "Email", "IncludeArchived")]
    public void Members_are_found_by_address_and_removed_ones_on_request()
    {
        SandboxMember ada = _server.Organization.ApiUser;
        ShellResult found = _shell.Run($"Get-SigmaMember {ada.Email}").MustSucceed();
        Assert.Equal((ada.Id, ada.HomeFolderId), (found.Property("MemberId"), found.Property("HomeFolderId")));
        Assert.Equal(
            1,
            _shell
                .Run("@(Get-SigmaMember -IncludeArchived).Count - @(Get-SigmaMember).Count")
                .MustSucceed()
                .Output.Select(o => (int)((System.Management.Automation.PSObject)o!).BaseObject)
                .Single());
        _server.Faults.Arm(new Fault { PathContains = "/members", Status = 200, Body = """[{"memberId":"m1","email":"a@example.com"}]""" });
        Assert.Equal(["a@example.com"], _shell.Run("Get-SigmaMember").MustSucceed().Texts);
    }

    [Fact]
    [CoversParameter("Get-SigmaDataModelElement", "Session")]
    [CoversParameter("Get-SigmaDataModelColumn", "Session")]
    [CoversParameter("Get-SigmaDataModelSource", "Session")]
    [CoversParameter("Get-SigmaDataModelLineage", "Session")]
    [CoversParameter("Get-SigmaDataModelTag", "Session")]
    [CoversParameter("Get-SigmaFile", "Session")]
    [CoversParameter("Get-SigmaConnection", "Session")]
    [CoversParameter("Get-SigmaTable", "Session")]
    [CoversParameter("Get-SigmaTableColumn", "Session")]
    [CoversParameter("Get-SigmaMember", "Session")]
    public void Every_look_up_goes_to_the_session_it_is_given()
    {
        _shell.Set("table", _server.Organization.FindTable(Sandbox.Specs.Warehouse, ["RETAIL", "SALES", "ORDERS"])!.InodeId);
        _shell.Set("joined", _server.Organization.GetModelByName("Orders Joined").Id);
        _shell.Run("$session = Get-SigmaSession; Disconnect-Sigma").MustSucceed();
        _shell.Connect(_server, "-PassThru").MustSucceed();
        _shell.Run("$live = Get-SigmaSession").MustSucceed();
        string[] calls =
        [
            "DataModelElement $joined",
            "DataModelColumn $joined",
            "DataModelSource $joined",
            "DataModelLineage $joined",
            "DataModelTag $joined",
            "File",
            "Connection",
            "Table",
            "TableColumn $table",
            "Member",
        ];
        foreach (string call in calls)
        {
            Assert.NotEmpty(_shell.Run($"Get-Sigma{call} -Session $live").MustSucceed().Output);
            Assert.Equal("SigmaSessionNotLive", _shell.Run($"Get-Sigma{call} -Session $session").ErrorId);
        }
    }
}
