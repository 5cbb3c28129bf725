using System;
using System.Net.Http;
using System.Text.RegularExpressions;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using Xunit;

namespace SigmaPS.Core.Tests.Http;

public sealed class ErrorResponseMapperTests
{
    private const string Firewall =
        "<!DOCTYPE html><html><head><title>Attention Required!</title></head><body><h1>Sorry, you have been blocked</h1><p>Ray ID: "
            + "8f1015a2b3c4d5e6</p></body></html>";
    private const string RateLimit =
        "<html><title>Access denied</title><h1>Error <span>1015</span></h1><h2>You are being rate limited</h2></html>";
    private const string SignIn =
        "<!doctype html>\n<html><head><script src=\"/main.a1015f.js\"></script></head><body>Sign in</body></html>";

    [Theory]
    [InlineData(429, "text/html", RateLimit, ErrorCode.Throttled)]
    [InlineData(200, "text/html; charset=utf-8", RateLimit, ErrorCode.Throttled)]
    [InlineData(200, "text/html", "<html><body>error code: 1015</body></html>", ErrorCode.Throttled)]
    [InlineData(403, "text/html", RateLimit, ErrorCode.Throttled)]
    [InlineData(430, "text/html", "<html></html>", ErrorCode.Throttled)]
    [InlineData(403, "text/html", Firewall, ErrorCode.BlockedByEdge)]
    [InlineData(200, "text/html", Firewall, ErrorCode.BlockedByEdge)]
    [InlineData(403, "", "  <html>no</html>", ErrorCode.BlockedByEdge)]
    [InlineData(502, "text/html", "<html>Bad gateway</html>", ErrorCode.ServiceUnavailable)]
    [InlineData(520, "text/html", "<html></html>", ErrorCode.ServiceUnavailable)]
    [InlineData(500, "text/html", "<html></html>", ErrorCode.ServiceUnavailable)]
    [InlineData(200, "text/html", "You have been blocked", ErrorCode.BlockedByEdge)]
    [InlineData(200, "text/html", SignIn, ErrorCode.NotJson)]
    [InlineData(404, "text/html", "<html>Not found</html>", ErrorCode.NotJson)]
    [InlineData(200, "application/json", "<html></html>", ErrorCode.NotJson)]
    public void Page_is_described_by_its_cause(int status, string type, string text, ErrorCode kind)
    {
        var fault = From(status, type, text);
        Assert.Equal((kind, (int?)status, "data model 1"), (fault.Kind, fault.Status, fault.Target));
        Assert.Contains("data model 1", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('<', fault.Message);
    }

    [Theory]
    [InlineData(401, """{"requestId":"r","message":"Token missing or malformed","code":"unauthorized"}""", ErrorCode.AuthenticationFailed)]
    [InlineData(403, """{"code":"forbidden","message":"No access"}""", ErrorCode.PermissionDenied)]
    [InlineData(404, """{"code":"not_found","message":"No such file"}""", ErrorCode.ModelNotFound)]
    [InlineData(409, """{"code":"inode_archived","message":"Archived"}""", ErrorCode.ModelArchived)]
    [InlineData(400, """{"code":"inode_archived","message":"Archived"}""", ErrorCode.ModelArchived)]
    [InlineData(409, """{"code":"conflict","message":"Changed"}""", ErrorCode.RequestRefused)]
    [InlineData(429, """{"message":"Slow down"}""", ErrorCode.Throttled)]
    [InlineData(430, "", ErrorCode.Throttled)]
    [InlineData(408, "", ErrorCode.ServiceUnavailable)]
    [InlineData(500, "oops", ErrorCode.ServiceUnavailable)]
    [InlineData(503, """{"message":"Down"}""", ErrorCode.ServiceUnavailable)]
    [InlineData(300, "", ErrorCode.UnexpectedAnswer)]
    [InlineData(302, "", ErrorCode.UnexpectedAnswer)]
    [InlineData(400, """{"message":"Bad limit"}""", ErrorCode.RequestRefused)]
    [InlineData(422, "[]", ErrorCode.RequestRefused)]
    public void Response_is_classified_by_status_and_code(int status, string text, ErrorCode kind) =>
        Assert.Equal((kind, (int?)status), (From(status, "application/json", text).Kind, From(status, "application/json", text).Status));

    [Theory]
    [InlineData("v2/dataModels/1/spec", ErrorCode.InvalidSpec)]
    [InlineData("v2/dataModels/spec", ErrorCode.InvalidSpec)]
    [InlineData("v2/dataModels/1/spec?documentVersion=99", ErrorCode.RequestRefused)]
    [InlineData("v2/files/1", ErrorCode.RequestRefused)]
    public void Refused_spec_is_distinguished_from_another_refused_request(string path, ErrorCode kind) =>
        Assert.Equal(kind, From(400, "application/json", """{"summary":"schemaVersion: Invalid 1: undefined"}""", path).Kind);

    [Fact]
    public void Meaning_of_a_404_depends_on_the_request() =>
        Assert.Equal(
            ErrorCode.RequestRefused,
            ErrorResponseMapper.From(new ApiRequest(HttpMethod.Get, "v2/x"), new ApiResponse(404, "application/json", "{}", null)).Kind);

    [Theory]
    [InlineData("""{"message":"Said so."}""", "\"Said so.\"")]
    [InlineData("""{"summary":"pages: Invalid array: undefined"}""", "\"pages: Invalid array: undefined.\"")]
    [InlineData("""{"error":{"errorCode":7,"message":"Wrapped"}}""", "\"Wrapped.\"")]
    [InlineData("""{"summary":"Second","message":"First"}""", "\"First.\"")]
    [InlineData("""{"error":{"message":"Third"},"summary":"Second"}""", "\"Second.\"")]
    [InlineData("plain words", "\"plain words.\"")]
    [InlineData("", "status 400")]
    [InlineData("""{"message":null}""", "{\"message\":null}")]
    public void Message_names_status_and_item_and_quotes_the_service(string text, string quote) =>
        Assert.Matches($"status 400 .*data model 1.*{Regex.Escape(quote)}|{Regex.Escape(quote)}.*data "
            + "model 1", From(400, "application/json", text).Message);

    [Theory]
    [InlineData(0, false)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void Text_without_valid_JSON_is_quoted_unless_it_is_long(int length, bool isQuoted) =>
        Assert.Equal(
            isQuoted,
            From(400, "text/plain", new string('x', length)).Message.Contains($"\"{new string('x', length)}", StringComparison.Ordinal));

    [Theory]
    [InlineData("v2/workbooks/1/spec", "document", "Restore-SigmaDataModel")]
    [InlineData("v2/reports/1/spec", "document", "Restore-SigmaDataModel")]
    [InlineData("v2/dataModels/1/spec", "Restore-SigmaDataModel", "document")]
    public void Archived_item_is_named_with_the_way_to_restore_it(string path, string token, string other)
    {
        var message = From(409, "application/json", """{"code":"inode_archived"}""", path).Message;
        Assert.Contains(token, message, StringComparison.Ordinal);
        Assert.DoesNotContain(other, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_and_request_ID_are_kept_and_a_number_is_a_code_too()
    {
        var fault = From(404, "application/json", """{"code":404,"message":"x","requestId":"body"}""", requestId: "header");
        Assert.Equal(("404", "body"), (fault.Code, fault.RequestId));
        Assert.Equal("header", From(500, "application/json", "{}", requestId: "header").RequestId);
        Assert.Equal("header", From(502, "text/html", "<html>", requestId: "header").RequestId);
    }

    [Theory]
    [InlineData("""{"message":"2026-01-02T03:04:05Z"}""", "2026-01-02T03:04:05Z")]
    [InlineData("""{"message":"x","requestId":"2026-01-02T03:04:05.1234567Z"}""", "x")]
    public void Words_that_look_like_a_date_stay_words(string text, string message)
    {
        var fault = From(400, "application/json", text);
        Assert.Contains($"\"{message}.\"", fault.Message, StringComparison.Ordinal);
        Assert.True(fault.RequestId is null or "2026-01-02T03:04:05.1234567Z");
    }

    private static SigmaEngineException From(
        int status,
        string type,
        string text,
        string path = "v2/dataModels/1",
        string? requestId = null) =>
        ErrorResponseMapper.From(
            new ApiRequest(HttpMethod.Get, path) { About = "data model 1", WhenMissing = ErrorCode.ModelNotFound },
            new ApiResponse(status, type, text, requestId));
}
