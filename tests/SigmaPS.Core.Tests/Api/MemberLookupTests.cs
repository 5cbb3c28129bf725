using System;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Api;

/// <summary>Names of members cost one list per session, in any order of those who ask.</summary>
public sealed class MemberLookupTests
{
    private const string Two =
        """{"entries":[{"memberId":"a","firstName":"Ada"},{"memberId":"b","firstName":"Ben"}],"nextPage":null}""";

    [Fact]
    public async Task All_names_are_listed_once_for_all_who_ask_at_once()
    {
        using FakeWire wire = Wire((_, _) => FakeWire.Json(Two));
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => MemberLookup.AllNamesAsync(wire.Client, default)));
        Assert.All(all, names => Assert.Equal("Ada Ben", $"{names["a"]} {names["b"]}"));
        Assert.Single(wire.Sent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task View_and_command_share_one_list(bool viewFirst)
    {
        using FakeWire wire = Wire((_, _) => FakeWire.Json(Two));
        foreach (bool isView in new[] { viewFirst, !viewFirst })
        {
            await (isView ? MemberLookup.ReadForViewAsync(wire.Client, "b", default) : MemberLookup.AllNamesAsync(wire.Client, default));
        }

        Assert.Equal("Ben", MemberLookup.KnownName(wire.Transport, "b"));
        Assert.Single(wire.Sent);
    }

    private static FakeWire Wire(Func<HttpRequestMessage, int, HttpResponseMessage> answer) => new(answer, step: TimeSpan.Zero);
}
