using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

/// <summary>Whether the version that is live after a write is the write's own.</summary>
public sealed class WriteReadBackTests : LiveModelTest
{
    [Fact]
    public async Task Content_that_the_service_changed_in_our_own_version_is_not_another_person_s()
    {
        using var wire = Wire();
        _model.OnPut = _ =>
        {
            Publish("Of the service", LiveModel.Me);
            return Confirmation();
        };
        var outcome = await wire.RunAsync(WriteAsync(wire, Request()));
        Assert.NotEmpty(outcome.Findings);
        Assert.Equal((false, 2L, true), (outcome.WasWrittenByOtherUser, outcome.ResultingVersion, outcome.ResultingText is not null));
    }

    [Theory]
    [InlineData("Mine", false, 3)]
    [InlineData("Theirs", true, 2)]
    public async Task Later_version_is_another_person_s_only_when_its_content_is_another(string name, bool isTheirs, long resulting)
    {
        using var wire = Wire();
        _model.OnPut = _ =>
        {
            Publish("Mine", LiveModel.Me);
            Publish(name, "a colleague");
            return Confirmation();
        };
        var outcome = await wire.RunAsync(WriteAsync(wire, Request()));
        Assert.Equal((isTheirs, resulting), (outcome.WasWrittenByOtherUser, outcome.ResultingVersion));
        Assert.Equal(isTheirs, outcome.ResultingText is null);
    }

    private void Publish(string page, string by)
    {
        var root = JsonNode.Parse(_model.Live)!;
        root["pages"]![0]!["name"] = page;
        _model.Publish(root.ToJsonString(), by);
    }

    private static System.Net.Http.HttpResponseMessage Confirmation() =>
        FakeWire.Json($$"""{"success":true,"dataModelId":"{{SampleModel.Id}}"}""");
}
