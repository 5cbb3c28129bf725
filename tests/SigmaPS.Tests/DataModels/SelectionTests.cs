using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.DataModels;

/// <summary>
/// Every command that selects by name: a name without a match is an error that lists what exists; a pattern stays silent.
/// </summary>
public sealed class SelectionTests : SandboxTest
{
    private protected override void Arrange()
    {
        Shell.Set("model", Organization.GetModelByName("Plugs Orders").Id);
        Run(
            "$spec = Get-SigmaDataModelSpec $model; $column = @($spec | Get-SigmaSpecColumn)[0]; $element = $column.Element; $map = "
                + "@{ a = 'b' }"
        ).MustSucceed();
    }

    // The command with {0} for its names; a name that exists; its near miss; the error ID.
    public static TheoryData<string, string, string, string> Commands => new()
    {
        { "Get-SigmaDataModel -Name {0}", "'Plugs Orders'", "'Plugs Ordrs'", "SigmaModelNotFound" },
        { "Get-SigmaDataModel -FolderPath {0}", "'My Documents/Examples'", "'My Documents/Exampels'", "SigmaItemNotFound" },
        { "Get-SigmaFile -Type data-model -Name {0}", "'Plugs Orders'", "'Plugs Ordrs'", "SigmaItemNotFound" },
        { "Get-SigmaConnection -Name {0}", "'Retail Warehouse'", "'Retail Warehose'", "SigmaItemNotFound" },
        { "$spec | Get-SigmaSpecColumn -Name {0}", "'Order Number'", "'Order Numbr'", "SigmaSpecItemNotFound" },
        { "$spec | Get-SigmaSpecColumn -Element {0}", "$element", "($element + 'x')", "SigmaSpecItemNotFound" },
        { "$spec | Get-SigmaSpecColumn -Id {0}", "$column.Id", "($column.Id + 'x')", "SigmaSpecItemNotFound" },
        { "Find-SigmaDataModelColumn $model -Name {0}", "'Order Number'", "'Order Numbr'", "SigmaItemNotFound" },
        { "Find-SigmaDataModelColumn -Table {0}", "'RETAIL.SALES.ORDERS'", "'RETAIL.SALES.ORDRS'", "SigmaItemNotFound" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Name_without_a_match_is_an_error_beside_the_hits(string command, string name, string miss, string id)
    {
        int hits = Run(With(command, name)).MustSucceed().Output.Count;
        Assert.NotEqual(0, hits);

        ShellResult alone = Run(With(command, miss));
        Assert.Equal((id, 0), (alone.ErrorId, alone.Output.Count));
        ShellResult both = Run(With(command, $"{name}, {miss}"));
        Assert.Equal((id, hits), (both.ErrorId, both.Output.Count));
        Assert.Null(both.Thrown);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Pattern_without_a_match_is_silent(string command, string name, string miss, string id)
    {
        Assert.Empty(Run(With(command, "'Zzz*'")).MustSucceed().Output);
        Assert.NotEmpty(Run(With(command, $"'Zzz*', {name}")).MustSucceed().Output);
        Assert.Equal(id, Run(With(command, $"'Zzz*', {miss}")).ErrorId);
    }

    [Theory]
    [InlineData("Get-SigmaDataModel -Name 'Plugs Ordrs'", "Plugs Orders")]
    [InlineData("Get-SigmaDataModel -Name 'plugs'", "Plugs Orders")]
    [InlineData("Get-SigmaDataModel -FolderPath 'My Documents/Exampels'", "My Documents/Examples")]
    [InlineData("Get-SigmaFile -Type data-model -Name 'Plugs Ordrs'", "Plugs Orders")]
    [InlineData("Get-SigmaConnection -Name 'Retail Warehose'", "Retail Warehouse")]
    [InlineData("Get-SigmaMember -Email 'ada.admn@example.com'", "ada.admin@example.com")]
    [InlineData("$spec | Get-SigmaSpecColumn -Name 'order numbr'", "Order Number")]
    [InlineData("Find-SigmaDataModelColumn $model -Name 'order numbr'", "Order Number")]
    [InlineData("$spec | Get-SigmaDataModelSpecIssue -IncludeRule 'duplicate-idd'", "duplicate-id")]
    [InlineData("$spec | Get-SigmaDataModelSpecIssue -ExcludeRule 'duplicate-idd'", "duplicate-id")]
    public void Error_lists_the_near_miss_first(string command, string meant)
    {
        string text = Run(command).ErrorText;
        Assert.Contains($"'{meant}'", text);
        Assert.Equal(text.IndexOf($": '{meant}'", System.StringComparison.Ordinal), text.IndexOf(": '", System.StringComparison.Ordinal));
    }

    [Fact]
    public void Swap_for_a_missing_element_changes_nothing()
    {
        foreach (string names in new[] { "'Nope'", "$element, 'Nope'" })
        {
            ShellResult result = Run($"$spec | Set-SigmaSpecSource -ConnectionMap $map -Element {names}");
            Assert.Equal(("SigmaSpecItemNotFound", 0), (result.ErrorId, result.Output.Count));
            Assert.Contains("Nope", result.ErrorText);
        }
    }

    [Fact]
    public void Column_search_stays_silent_where_the_name_exists_but_another_filter_excludes_it()
    {
        Assert.Empty(Run("Find-SigmaDataModelColumn $model -Name 'Order Number' -Formula 'no such formula'").MustSucceed().Output);
        Assert.Empty(Run("Find-SigmaDataModelColumn $model -Name 'Order Number' -Broken").MustSucceed().Output);
        Assert.Empty(Run("@() | Find-SigmaDataModelColumn -Name 'Order Number'").MustSucceed().Output);
    }

    [Fact]
    public void Folder_without_models_is_not_a_missing_folder()
    {
        Organization.AddFolder("Retail/Empty");
        Assert.Empty(Run("Get-SigmaDataModel -FolderPath 'Retail/Empty', '/retail/EMPTY/'").MustSucceed().Output);
    }

    [Fact]
    public void Tables_of_a_missing_connection_are_an_error_that_lists_the_connections()
    {
        ShellResult result = Run("Get-SigmaTable -ConnectionId '00000000-0000-4000-8000-000000000000'");
        Assert.Equal(("SigmaItemNotFound", 0), (result.ErrorId, result.Output.Count));
        Assert.Contains("Retail Warehouse", result.ErrorText);
    }

    private static string With(string command, string names) => command.Replace("{0}", names, System.StringComparison.Ordinal);
}
