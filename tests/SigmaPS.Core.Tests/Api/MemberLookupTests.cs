using System;
using System.Collections.Generic;
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

    [Fact]
    public async Task Pages_and_members_are_requested_once_in_any_order_of_those_who_ask()
    {
        foreach (int[] order in Orders([0, 1, 2, 3, 4]))
        {
            using FakeWire wire = Wire((request, _) => Answer(request));
            int whenComplete = 0;
            foreach (int ask in order)
            {
                await Ask(wire, ask);
                whenComplete = ask == 0 ? wire.Sent.Count : whenComplete;
            }

            Assert.Equal(wire.Sent.Distinct(), wire.Sent);
            Assert.Equal(3, wire.Sent.Count(request => request.Contains("v2.1/members", StringComparison.Ordinal)));
            Assert.Equal(whenComplete, wire.Sent.Count);
            Assert.Equal("Ben", MemberLookup.KnownName(wire.Transport, "b"));
            Assert.Null(MemberLookup.KnownName(wire.Transport, "gone"));
        }
    }

    [Fact]
    public async Task List_begins_again_when_the_cursor_of_an_earlier_view_is_refused()
    {
        using FakeWire wire = Wire((request, number) => number == 2
            ? FakeWire.Json("""{"code":"bad_request","message":"Unknown page"}""", 400)
            : Answer(request));
        await MemberLookup.ReadForViewAsync(wire.Client, "a", default);
        var names = await MemberLookup.AllNamesAsync(wire.Client, default);
        Assert.Equal(["Ada", "Ben", "Cid"], names.Values.Order(StringComparer.Ordinal));
        Assert.Equal(5, wire.Sent.Count);
    }

    [Theory]
    [InlineData(400, 2)]
    [InlineData(403, 2)]
    [InlineData(500, 3)]
    public async Task List_that_breaks_off_keeps_its_names_and_is_continued_unless_it_is_refused(int status, int requests)
    {
        using FakeWire wire = Wire((request, number) => number == 2 ? FakeWire.Json("{}", status) : Answer(request, pages: 2));
        await MemberLookup.AllNamesAsync(wire.Client, default);
        Assert.Equal("Ada", MemberLookup.KnownName(wire.Transport, "a"));
        var names = await MemberLookup.AllNamesAsync(wire.Client, default);
        Assert.Equal(requests, wire.Sent.Count);
        Assert.Equal(requests - 1, names.Count);
    }

    [Fact]
    public async Task List_that_repeats_a_page_ends()
    {
        using FakeWire wire = Wire((_, _) => FakeWire.Json("""{"entries":[{"memberId":"a","firstName":"Ada"}],"nextPage":"1"}"""));
        Assert.Single(await MemberLookup.AllNamesAsync(wire.Client, default));
        Assert.Equal(2, wire.Sent.Count);
        Assert.Contains(wire.Said, line => line.Contains("the same page marker twice", StringComparison.Ordinal));
    }

    private static Task Ask(FakeWire wire, int ask) => ask switch
    {
        0 => MemberLookup.AllNamesAsync(wire.Client, default),
        1 => MemberLookup.ReadForViewAsync(wire.Client, "a", default),
        2 => MemberLookup.ReadForViewAsync(wire.Client, "b", default),
        3 => MemberLookup.DescribeAsync(wire.Client, "gone", default),
        _ => MemberLookup.DescribeAsync(wire.Client, "c", default),
    };

    private static IEnumerable<int[]> Orders(int[] items) => items.Length == 0
        ? [[]]
        : items.SelectMany(first => Orders([.. items.Where(item => item != first)]).Select(rest => (int[])[first, .. rest]));

    // Three members, each on a page of its own or alone.
    private static HttpResponseMessage Answer(HttpRequestMessage request, int pages = 3)
    {
        string[] members =
        [
            """{"memberId":"a","firstName":"Ada"}""",
            """{"memberId":"b","firstName":"Ben"}""",
            """{"memberId":"c","firstName":"Cid"}""",
        ];
        string address = request.RequestUri!.PathAndQuery;
        if (!address.Contains("v2.1", StringComparison.Ordinal))
        {
            int found = "abc".IndexOf(address[^1], StringComparison.Ordinal);
            return address.EndsWith("/gone", StringComparison.Ordinal) ? FakeWire.Json("{}", 404) : FakeWire.Json(members[found]);
        }

        int page = address.Contains("page=", StringComparison.Ordinal) ? address[^1] - '0' : 0;
        return FakeWire.Json($$"""{"entries":[{{members[page]}}],"nextPage":{{(page + 1 < pages ? $"\"{page + 1}\"" : "null")}}}""");
    }

    private static FakeWire Wire(Func<HttpRequestMessage, int, HttpResponseMessage> answer) => new(answer, step: TimeSpan.Zero);
}
