using System;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

/// <summary>A tag is sent once; the tags of the model show whether an unconfirmed request was applied.</summary>
public sealed class VersionTaggingTests
{
    private static readonly DataModelEntry Shop = new() { DataModelId = SampleModel.Id, Name = "Shop" };

    [Theory]
    [InlineData("""{"versionTagId":"t","taggedDataModelVersion":7}""", 7, true)]
    [InlineData("""{"versionTagId":"t"}""", 3, false)]
    public async Task Tag_is_sent_with_its_version_and_its_mapping(string response, long version, bool hasMapping)
    {
        using FakeWire wire = new((_, _) => FakeWire.Json(response));
        var mapping = hasMapping ? Trees.Object("""{"connections":[]}""") : null;
        var tag = await wire.RunAsync(new VersionTagging(wire.Client).TagAsync(Shop, "prod", 3, mapping, default));
        Assert.Equal(("prod", "t", version), (tag.TagName, tag.VersionTagId, tag.Version));
        Assert.Equal(["POST /v2/dataModels/tag"], wire.Sent);
        Assert.Equal(
            $$"""{"dataModelId":"{{SampleModel.Id}}","tag":"prod","dataModelVersion":3"""
                + (hasMapping ? ""","sourceMappingConfig":{"connections":[]}}""" : "}"),
            wire.Bodies[^1]);
    }

    [Theory]
    [InlineData("prod", 3, true)]
    [InlineData("prod", 2, false)]
    [InlineData("test", 3, false)]
    public async Task Unconfirmed_tag_counts_only_when_the_model_has_it_on_that_version(string listed, long version, bool isFound)
    {
        using FakeWire wire = new((request, _) => request.Method == HttpMethod.Post
            ? FakeWire.Json("{}", 502)
            : FakeWire.Json($$"""{"entries":[{"tagName":"{{listed}}","versionTagId":"t","sourceVersion":{{version}}}]}"""));
        var work = wire.RunAsync(new VersionTagging(wire.Client).TagAsync(Shop, "prod", 3, null, default));
        if (isFound)
        {
            Assert.Equal("t", (await work).VersionTagId);
        }
        else
        {
            var fault = await Assert.ThrowsAsync<SigmaEngineException>(() => work);
            Assert.Equal((ErrorCode.WriteOutcomeUnknown, SampleModel.Id, 502), (fault.Kind, fault.Target, fault.Status));
        }

        Assert.Equal(2, wire.Sent.Count);
    }

    [Fact]
    public async Task Tag_that_never_reached_the_service_is_not_looked_for()
    {
        var refused = new HttpRequestException("refused", new SocketException((int)SocketError.ConnectionRefused));
        using FakeWire wire = new((_, _) => throw refused);
        var fault = await Assert.ThrowsAsync<SigmaEngineException>(() =>
            wire.RunAsync(new VersionTagging(wire.Client).TagAsync(Shop, "prod", 3, null, default)));
        Assert.Equal((ErrorCode.NetworkUnavailable, true), (fault.Kind, fault.IsUnprocessed));
        Assert.Single(wire.Sent);
    }

    [Fact]
    public async Task Error_of_an_unconfirmed_tag_keeps_the_code_and_the_delay_that_Sigma_gave()
    {
        using FakeWire wire = new((request, _) =>
        {
            var failed = FakeWire.Json("""{"code":"try_later","message":"Busy"}""", 503);
            failed.Headers.RetryAfter = new(TimeSpan.FromHours(2));
            return request.Method == HttpMethod.Post ? failed : FakeWire.Json("""{"entries":[]}""");
        });
        var error = await Assert.ThrowsAsync<SigmaEngineException>(() =>
            wire.RunAsync(new VersionTagging(wire.Client).TagAsync(Shop, "prod", 3, null, default)));
        Assert.Equal(
            (ErrorCode.WriteOutcomeUnknown, "try_later", TimeSpan.FromHours(2)), (error.Kind, error.Code, error.RetryAfter));
    }
}
