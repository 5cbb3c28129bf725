using System.Linq;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.DataModels;

/// <summary>The surroundings of the models: files, connections, tables, members, through the staged module.</summary>
public sealed class SurroundingsTests : SandboxTest
{
    [Fact]
    [CoversParameter("Get-SigmaFile", "Name", "Type", "Id")]
    public void Files_are_found_by_name_type_and_ID()
    {
        Assert.Equal(PlugsOrders, Run("Get-SigmaFile -Name 'plugs orders' -Type data-model").MustSucceed().Property("Id"));
        ShellResult part = Run("Get-SigmaFile -Name 'Plugs' -Type data-model");
        Assert.Equal(("SigmaItemNotFound", 0), (part.ErrorId, part.Output.Count));
        Assert.Equal(PlugsOrders, Run("Get-SigmaFile -Name 'Plugs*'").MustSucceed().Property("Id"));
        Assert.Equal(["Finance", "Retail", "Vertrieb Süd"], Run("(Get-SigmaFile -Type workspace).Name").MustSucceed().Texts.Order());
        Assert.Equal("My Documents/Examples", Run($"Get-SigmaFile {PlugsOrders}").MustSucceed().Property("Path"));
        Assert.Equal("SigmaItemNotFound", Run("Get-SigmaFile -Id nope").ErrorId);
    }

    [Fact]
    [CoversParameter("Get-SigmaFile", "FolderId", "Recurse")]
    public void Folder_lists_its_files_and_on_request_those_below_it()
    {
        Shell.Set("retail", Organization.Folders.Single(f => f.Name == "Retail").Id);
        Assert.Equal(["Models"], Run("Get-SigmaFile -FolderId $retail").MustSucceed().Texts);
        Assert.Contains("Sandbox", Run("Get-SigmaFile -FolderId $retail -Recurse -Type folder").MustSucceed().Texts);
    }

    [Fact]
    public void Entry_that_is_an_error_is_a_warning_and_the_files_still_come()
    {
        Organization.AddUnreadableFile();
        ShellResult result = Run("Get-SigmaFile -Type folder").MustSucceed();
        Assert.Contains("could not read", Assert.Single(result.Warnings));
        Assert.NotEmpty(result.Output);
        Assert.DoesNotContain("", result.Texts);
    }

    [Fact]
    [CoversParameter("Get-SigmaConnection", "Name", "IncludeArchived")]
    public void Connections_are_found_by_name_and_archived_ones_on_request()
    {
        Organization.Connections.Single(c => c.Name == "Retail Warehouse").IsArchived = true;
        Assert.Empty(Run("Get-SigmaConnection 'Retail*'").MustSucceed().Output);
        ShellResult found = Run("Get-SigmaConnection 'retail*' -IncludeArchived").MustSucceed();
        Assert.Equal(("Retail Warehouse", true), (found.Property("Name"), found.Property("IsArchived")));
        Assert.Equal(false, Run("Get-SigmaConnection 'Lake (raw names)'").MustSucceed().Property("UsesFriendlyNames"));
    }

    [Fact]
    [CoversParameter("Get-SigmaTable", "ConnectionId", "Path")]
    public void Table_is_looked_up_by_its_path_and_the_catalog_is_listed_without_one()
    {
        SandboxTable orders = Organization.FindTable(Sandbox.Specs.Warehouse, ["RETAIL", "SALES", "ORDERS"])!;
        ShellResult table = Run("Get-SigmaConnection 'Retail Warehouse' | Get-SigmaTable -Path RETAIL, SALES, ORDERS").MustSucceed();
        Assert.Equal((orders.InodeId, "table", "ORDERS"), (table.Property("TableId"), table.Property("Kind"), table.Property("Name")));
        Assert.Equal("SigmaItemNotFound", Run("Get-SigmaConnection 'Retail Warehouse' | Get-SigmaTable -Path RETAIL, NOPE").ErrorId);
        Assert.Equal("SigmaInvalidArgument", Run("Get-SigmaTable -Path RETAIL").ErrorId);
        Assert.Equal(10, Run("Get-SigmaTable").MustSucceed().Output.Count);
        ShellResult listed = Run("Get-SigmaConnection 'Retail Warehouse' | Get-SigmaTable").MustSucceed();
        Assert.Equal(7, listed.Output.Count);
        Assert.Equal(
            orders.InodeId,
            Run("(Get-SigmaConnection 'Retail Warehouse' | Get-SigmaTable | Where-Object Name -eq ORDERS).TableId").Texts.Single());
    }

    [Fact]
    [CoversParameter("Get-SigmaTableColumn", "TableId", "IncludeRemoved")]
    public void Columns_of_a_table_are_listed_and_removed_ones_on_request()
    {
        SandboxTable orders = Organization.FindTable(Sandbox.Specs.Warehouse, ["RETAIL", "SALES", "ORDERS"])!;
        Shell.Set("table", orders.InodeId);
        Assert.Equal(orders.Columns.Count, Run("Get-SigmaTableColumn $table").MustSucceed().Output.Count);
        Server.Faults.Arm(
            new Fault
            {
                PathContains = "/columns",
                Times = 2,
                Status = 200,
                Body =
                    """{"entries":[{"name":"A","type":"text","visibility":"included"},{"name":"B","type":{"type":"number"},"visibility":"removed"}]}""",
            });
        Assert.Equal(["A"], Run("$table | Get-SigmaTableColumn").MustSucceed().Texts);
        Assert.Equal(["text", "number"], Run("($table | Get-SigmaTableColumn -IncludeRemoved).Type").MustSucceed().Texts);
    }

    [Fact]
    [CoversParameter("Get-SigmaMember", "Email", "IncludeArchived")]
    public void Members_are_found_by_address_and_removed_ones_on_request()
    {
        SandboxMember ada = Organization.ApiUser;
        ShellResult found = Run($"Get-SigmaMember {ada.Email}").MustSucceed();
        Assert.Equal((ada.Id, ada.HomeFolderId), (found.Property("MemberId"), found.Property("HomeFolderId")));
        Assert.Equal(
            1,
            Run("@(Get-SigmaMember -IncludeArchived).Count - @(Get-SigmaMember).Count")
                .MustSucceed()
                .Output.Select(o => (int)((System.Management.Automation.PSObject)o!).BaseObject)
                .Single());
        Server.Faults.Arm(new Fault { PathContains = "/members", Status = 200, Body = """[{"memberId":"m1","email":"a@example.com"}]""" });
        Assert.Equal(["a@example.com"], Run("Get-SigmaMember").MustSucceed().Texts);
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
        Shell.Set("table", Organization.FindTable(Sandbox.Specs.Warehouse, ["RETAIL", "SALES", "ORDERS"])!.InodeId);
        Shell.Set("joined", Organization.GetModelByName("Orders Joined").Id);
        Run("$session = Get-SigmaSession; Disconnect-Sigma").MustSucceed();
        Shell.Connect(Server, "-PassThru").MustSucceed();
        Run("$live = Get-SigmaSession").MustSucceed();
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
            Assert.NotEmpty(Run($"Get-Sigma{call} -Session $live").MustSucceed().Output);
            Assert.Equal("SigmaSessionNotLive", Run($"Get-Sigma{call} -Session $session").ErrorId);
        }
    }
}
