using System;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using Xunit;

namespace SigmaPS.Core.Tests.Http;

public sealed class ApiJsonTests
{
    [Fact]
    public void Page_of_the_list_is_read_with_its_times_and_its_cursor()
    {
        var page = Read<ListPage<DataModelEntry>>(
            """{"entries":[{"dataModelId":"d","dataModelUrlId":"u","name":"2025-11-17T00:00:00Z","url":"https://x","path":"My Documents","latestVersion":5000000000,"ownerId":"o","createdBy":"c","updatedBy":"b","createdAt":"2025-11-17T01:02:03.004+02:00","updatedAt":null,"isArchived":true,"tags":[],"future":{}}],"nextPage":"2026-01-01","total":9}"""
        );
        var entry = Assert.Single(page.Entries!);
        Assert.Equal(
            ("d", "u", "2025-11-17T00:00:00Z", "https://x", "My Documents", 5000000000L),
            (entry.DataModelId, entry.DataModelUrlId, entry.Name, entry.Url, entry.Path, entry.LatestVersion));
        Assert.Equal(("o", "c", "b", true), (entry.OwnerId, entry.CreatedBy, entry.UpdatedBy, entry.IsArchived));
        Assert.Equal((new DateTimeOffset(2025, 11, 17, 1, 2, 3, 4, TimeSpan.FromHours(2)), null), (entry.CreatedAt, entry.UpdatedAt));
        Assert.Equal("2026-01-01", page.NextPage);
    }

    [Theory]
    [InlineData("""{"entries":[]}""")]
    [InlineData("""{"entries":[],"nextPage":null,"hasMore":false}""")]
    public void Last_page_has_no_cursor(string text)
    {
        var page = Read<ListPage<ElementEntry>>(text);
        Assert.Empty(page.Entries!);
        Assert.Null(page.NextPage);
    }

    [Theory]
    [InlineData("""{"type":{"type":"error"}}""", true)]
    [InlineData("""{"type":"error"}""", true)]
    [InlineData("""{"type":{"type":"array","element":{"type":"error"}}}""", false)]
    [InlineData("""{"type":{"type":"text"}}""", false)]
    [InlineData("{}", false)]
    public void Column_is_broken_when_its_type_is_error(string text, bool broken) =>
        Assert.Equal(broken, Read<ColumnEntry>(text).IsBroken);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("kind: yaml\nentries: []")]
    [InlineData("""{"entries":{}}""")]
    [InlineData("""{"entries":[""")]
    [InlineData("""{"entries":[null]}""")]
    [InlineData("""{"entries":[{"latestVersion":1e300}]}""")]
    [InlineData("""{"entries":[{"createdAt":"9999-12-31T23:59:59.999-14:00"}]}""")]
    [InlineData("""{"entries":[]} and more""")]
    public void Response_of_another_shape_is_an_error_that_names_the_request(string text)
    {
        var fault = Assert.Throws<SigmaEngineException>(() =>
            ApiJson.Read<ListPage<DataModelEntry>>(new ApiResponse(200, "application/json", text, "req"), "the list of data models"));
        Assert.Equal((ErrorCode.UnexpectedAnswer, 200, "req"), (fault.Kind, fault.Status, fault.RequestId));
        Assert.Contains("the list of data models", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith(fault.InnerException?.Message ?? "no JSON value", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Null_in_place_of_a_text_is_read_as_nothing_and_in_place_of_a_list_it_is_not_an_empty_list()
    {
        Assert.Null(Read<ListPage<DataModelEntry>>("""{"entries":null}""").Entries);
        Assert.Equal("", Read<DataModelEntry>("""{"name":null}""").Name);
    }

    [Theory]
    [InlineData(199, false)]
    [InlineData(200, true)]
    [InlineData(299, true)]
    [InlineData(300, false)]
    public void Status_is_a_success_from_200_to_299(int status, bool isSuccess) =>
        Assert.Equal(isSuccess, new ApiResponse(status, "application/json", "{}", null).IsSuccess);

    [Fact]
    public void Small_body_omits_unchanged_values() =>
        Assert.Equal("""{"name":"New"}""", ApiJson.Write(new { name = "New", description = (string?)null }));

    private static T Read<T>(string text)
        where T : class => ApiJson.Read<T>(new ApiResponse(200, "application/json", text, null), "x");
}
