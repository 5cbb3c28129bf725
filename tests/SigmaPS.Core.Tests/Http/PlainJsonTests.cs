using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using SigmaPS.Core.Api;
using SigmaPS.Core.Http;
using Xunit;

namespace SigmaPS.Core.Tests.Http;

/// <summary>The reader of the first responses gives what the reader of all others gives, or leaves the text to it.</summary>
public sealed class PlainJsonTests
{
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-7", "5000000000", "1.5", "1e3", "1e300", "1e999", "99999999999999999999", "\"\"", "\"text\"",
        "\"7\"", "\"true\"", "\"2025-11-17T01:02:03.004+02:00\"", "\"2025-11-17T01:02:03Z\"", "\"2025-11-17T01:02:03.1234567Z\"",
        "\"2025-11-17\"", "\"2025-11-17T01:02:03\"", "\"9999-12-31T23:59:59.999-14:00\"", "{}", "[]", "[null]", "{\"name\":\"x\"}",
        "\"\\ud83d\\ude00\\n\"",
    ];

    public static TheoryData<string> Fields =>
        new("dataModelId", "name", "path", "latestVersion", "ownerId", "createdAt", "updatedAt", "isArchived");

    [Theory]
    [MemberData(nameof(Fields))]
    public void Page_of_models_is_the_one_that_the_other_reader_gives_when_it_is_read_at_all(string field)
    {
        int read = 0;
        foreach (string value in Values)
        {
            string text = $$"""{"entries":[{"dataModelUrlId":"d","{{field}}":{{value}},"future":[],"url":"u"}],"nextPage":"n"}""";
            if (DataModelPage.TryRead(text) is { } page)
            {
                read++;
                Assert.Equal(Members(ApiJson.Read<ListPage<DataModelEntry>>(Response(text), "x")), Members(page));
            }
        }

        Assert.InRange(read, 2, Values.Length);
    }

    [Theory]
    [InlineData("memberId")]
    [InlineData("email")]
    [InlineData("lastName")]
    [InlineData("isArchived")]
    public void Page_of_members_is_the_one_that_the_other_reader_gives_when_it_is_read_at_all(string field)
    {
        int read = 0;
        foreach (string value in Values)
        {
            string text = $$"""{"entries":[{"firstName":"F","{{field}}":{{value}},"future":[]}],"nextPage":null,"total":1}""";
            if (MemberPage.TryRead(text) is { } page)
            {
                read++;
                Assert.Equal(Members(ApiJson.Read<ListPage<MemberEntry>>(Response(text), "x")), Members(page));
            }
        }

        Assert.InRange(read, 2, Values.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""[{"dataModelId":"d"}]""")]
    [InlineData("""{"entries":{}}""")]
    [InlineData("""{"entries":null}""")]
    [InlineData("""{"nextPage":"n"}""")]
    [InlineData("""{"entries":[null]}""")]
    [InlineData("""{"entries":["d"]}""")]
    [InlineData("""{"entries":[{"dataModelId":7}]}""")]
    [InlineData("""{"entries":[{"latestVersion":null}]}""")]
    [InlineData("""{"entries":[],"nextPage":7}""")]
    [InlineData("""{"entries":[""")]
    [InlineData("""{"entries":[]} and more""")]
    public void Page_of_another_form_is_left_to_the_other_reader(string text) => Assert.Null(DataModelPage.TryRead(text));

    [Fact]
    public void Identity_and_token_are_those_that_the_other_reader_gives_when_they_are_read_at_all()
    {
        foreach (string value in Values)
        {
            string identity = $$"""{"userId":{{value}},"organizationId":"o"}""";
            string token = $$"""{"access_token":"t","expires_in":{{value}}}""";
            if (TokenResponse.TryReadPlain(token) is { } lasting)
            {
                Assert.Equal(ApiJson.Read<TokenResponse>(Response(token), "x").ExpiresIn, lasting.ExpiresIn);
            }

            if (Identity.TryRead(identity) is { } read)
            {
                Identity other = ApiJson.Read<Identity>(Response(identity), "x");
                Assert.Equal((other.UserId, other.OrganizationId), (read.UserId, read.OrganizationId));
            }
        }

        Assert.Equal(("u", "o"), Pair(Identity.TryRead("""{"userId":"u","organizationId":"o"}""")!));
        Assert.Null(Identity.TryRead("""{"userId":{},"organizationId":"o"}"""));
        Assert.Null(TokenResponse.TryReadPlain("""{"access_token":"t","expires_in":1e999}"""));
    }

    [Fact]
    public void Every_field_of_a_response_is_read()
    {
        AssertEveryFieldIsRead(TokenResponse.TryReadPlain);
        AssertEveryFieldIsRead(Identity.TryRead);
        AssertEveryFieldIsRead(text => DataModelPage.TryRead($$"""{"entries":[{{text}}]}""")!.Entries!.Single());
        AssertEveryFieldIsRead(text => MemberPage.TryRead($$"""{"entries":[{{text}}]}""")!.Entries!.Single());
        AssertEveryFieldIsRead(text => DataModelPage.TryRead(text.Replace("{", """{"entries":[],""", StringComparison.Ordinal)), "entries");
    }

    // A field that is added to the class and forgotten in its reader has its default value here.
    private static void AssertEveryFieldIsRead<T>(Func<string, T?> read, params string[] given)
        where T : class
    {
        Dictionary<string, PropertyInfo> fields = typeof(T).GetProperties()
            .Where(property => NameOf(property) is not null)
            .ToDictionary(property => NameOf(property)!);
        KeyValuePair<string, PropertyInfo>[] asked = [.. fields.Where(field => !given.Contains(field.Key))];
        string text = string.Join(",", asked.Select(field => $"\"{field.Key}\":{Sample(field)}"));
        T result = read("{" + text + "}") ?? throw new InvalidOperationException(text);
        Assert.NotEmpty(asked);
        Assert.All(asked, field =>
            Assert.Equal(Sample(field).Trim('"'), Text(field.Value.GetValue(result)), ignoreCase: true));
    }

    // The engine's packages are private to it, so the attribute is known by its name.
    private static string? NameOf(PropertyInfo property) => property.CustomAttributes
        .Where(attribute => attribute.AttributeType.Name == "JsonPropertyAttribute")
        .Select(attribute => (string?)attribute.ConstructorArguments[0].Value)
        .SingleOrDefault();

    private static string Sample(KeyValuePair<string, PropertyInfo> field) => field.Value.PropertyType switch
    {
        Type type when type == typeof(string) => $"\"the {field.Key}\"",
        Type type when type == typeof(bool) => "true",
        Type type when type == typeof(DateTimeOffset?) => "\"2025-11-17T01:02:03.0040000+02:00\"",
        _ => "7",
    };

    private static (string User, string Organization) Pair(Identity identity) => (identity.UserId, identity.OrganizationId);

    private static IReadOnlyList<string> Members<T>(ListPage<T> page) =>
    [
        page.NextPage ?? "",
        page.NextPageToken ?? "",
        .. page.Entries!.SelectMany(entry => typeof(T).GetProperties().Select(property => Text(property.GetValue(entry)))),
    ];

    // A time is written with its offset, because two times with different offsets can be equal.
    private static string Text(object? value) => value is DateTimeOffset time
        ? time.ToString("O", CultureInfo.InvariantCulture)
        : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static ApiResponse Response(string text) => new(200, "application/json", text, null);
}
