using System.Linq;
using SigmaPS.Core.Release;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>The models that a run has published so far, for those that read them.</summary>
public sealed class PublishedModelsTests : TemporaryFolder
{
    [Fact]
    public void Content_of_a_rename_reads_the_IDs_that_Sigma_reassigned_earlier_in_the_run()
    {
        var environment = ReleaseEnvironment.OfSession("rename", "o");
        var request = new ReleaseRequest(Folder, environment) { Organization = "o" };
        var published = new PublishedModels(new ReleasePlan(request, new ResolvedEnvironment(environment, "", ""), []));
        var item = new ReleaseItem("Reader", ReleaseAction.Update)
        {
            DataModelId = SampleModel.OtherId,
            Content = UsageIndexes.ReaderDocument(),
        };
        Assert.Equal("orders", Read());
        var renewed = SampleModel.With("set $orders/id \"renewed\"");
        published.RecordSave(SampleModel.Id, "Shop", new SavedModel("Shop", SampleModel.Document(), SampleModel.Document(), renewed));
        Assert.Equal("renewed", Read());

        string? Read() => published.Render(item).Elements.Single().Object("source")!.Text("elementId");
    }
}
