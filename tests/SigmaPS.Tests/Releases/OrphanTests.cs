using System.IO;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>Live models without a file: a count, until somebody asks for -Prune.</summary>
public sealed class OrphanTests : IAsyncLifetime
{
    private ReleaseTestBed _shop = null!;

    public async Task InitializeAsync()
    {
        _shop = await ReleaseTestBed.OpenAsync();
        _shop.Server.Options.NewFileDelay = System.TimeSpan.Zero;
        _shop.Write(1);
        _shop.Write(2);
        _shop.Write(3);
        _shop.Publish().MustSucceed();
        File.Delete(_shop.FileOf(2));
        File.Delete(_shop.FileOf(3));
    }

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public void Orphans_are_a_count_in_plan_preview_and_markdown_when_nobody_asks_for_them()
    {
        ShellResult plan = _shop.Plan().MustSucceed();
        Assert.Equal(["Unchanged Model 01"], ReleaseTestBed.Actions(plan));
        Assert.Equal(("1 unchanged; 2 orphans in Sigma", 0), (plan.Property("Summary"), plan.Property("ExitCode")));
        string text = Text("$plan | ConvertTo-SigmaMarkdown") + Host("$plan | Publish-SigmaReleasePlan -Confirm:$false -WhatIf");
        Assert.Contains("2 orphans in Sigma", text);
        Assert.DoesNotContain("Model 02", text);
        Assert.DoesNotContain("Model 03", text);
    }

    [Fact]
    [CoversParameter("New-SigmaReleasePlan", "Prune")]
    public void Plan_with_Prune_lists_each_orphan_and_has_something_to_do()
    {
        ShellResult plan = _shop.Plan("-Prune").MustSucceed();
        Assert.Equal(["Unchanged Model 01", "Orphan Model 02", "Orphan Model 03"], ReleaseTestBed.Actions(plan));
        Assert.Equal(("1 unchanged, 2 orphan", 2), (plan.Property("Summary"), plan.Property("ExitCode")));
        Assert.Contains("Model 03", Text("$plan | ConvertTo-SigmaMarkdown"), System.StringComparison.Ordinal);

        // Listed is not archived: that is for the publish to decide.
        _shop.Shell.Run("$plan | Publish-SigmaReleasePlan -Confirm:$false").MustSucceed();
        Assert.Equal(3, _shop.Live.Count);
        Assert.Contains("Model 02", Host("$plan | Publish-SigmaReleasePlan -Prune -WhatIf"));
        _shop.Shell.Run("$plan | Publish-SigmaReleasePlan -Prune -Confirm:$false").MustSucceed();
        Assert.Equal("Model 01", Assert.Single(_shop.Live).Name);
    }

    [Theory]
    [InlineData("", "$plan | Publish-SigmaReleasePlan")]
    [InlineData("-SavePath \"$root/plan.json\"", "Publish-SigmaReleasePlan -Path \"$root/plan.json\"")]
    public void Publish_with_Prune_archives_the_orphans_that_the_plan_counted_and_no_other(string plan, string publish)
    {
        _shop.Plan(plan).MustSucceed();
        string copy = _shop.LiveModel(1).Id;
        _shop
            .Shell.Run(
                $"Copy-SigmaDataModel {copy} -Name 'Came since' -FolderId "
                    + $"'{_shop.Server.Organization.Folders.Single(folder => folder.Name == "Production").Id}'"
            )
            .MustSucceed();
        _shop.Shell.Run($"{publish} -Prune -Confirm:$false").MustSucceed();
        Assert.Equal(["Came since", "Model 01"], _shop.Live.Select(model => model.Name).Order());
    }

    [Fact]
    public void Orphan_that_somebody_edited_since_the_plan_is_not_archived()
    {
        _shop.Plan().MustSucceed();
        _shop.Server.Organization.EditAsColleague(_shop.LiveModel(3).Id, spec => spec["pages"]![0]!["name"] = "By hand");
        Assert.Equal("SigmaPlanStale", _shop.Shell.Run("$plan | Publish-SigmaReleasePlan -Prune -Confirm:$false").ErrorId);
        Assert.Equal(3, _shop.Live.Count);

        // Without -Prune, the publish has nothing to do with it.
        _shop.Shell.Run("$plan | Publish-SigmaReleasePlan -Confirm:$false").MustSucceed();
    }

    [Theory]
    [InlineData("")]
    [InlineData("-Prune")]
    public void Deployed_model_without_a_file_is_listed_with_and_without_Prune_and_never_archived(string prune)
    {
        _shop.LiveModel(3).ParentSourceUrlId = "4Kx0deployed0from0afar";
        string[] actions = ReleaseTestBed.Actions(_shop.Plan(prune).MustSucceed());
        Assert.Contains("Skipped Model 03", actions);
        Assert.Equal(prune.Length > 0, actions.Contains("Orphan Model 02"));
        _shop.Shell.Run("$plan | Publish-SigmaReleasePlan -Prune -Confirm:$false").MustSucceed();
        Assert.Equal(["Model 01", "Model 03"], _shop.Live.Select(model => model.Name).Order());
    }

    private string Text(string script) => string.Concat(_shop.Shell.Run(script).MustSucceed().Texts);

    private string Host(string script) => _shop.Shell.Run(script).MustSucceed().Host;
}
