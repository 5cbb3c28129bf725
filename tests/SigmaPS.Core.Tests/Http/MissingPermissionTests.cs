using System.Net.Http;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using Xunit;

namespace SigmaPS.Core.Tests.Http;

/// <summary>
/// A 403 speaks of what was asked for, in the words of the facts: both account forms where a model is written, its grant, or neither.
/// </summary>
public sealed class MissingPermissionTests
{
    private const string Account = "\"Create, edit, and publish data models\" (older organizations: the Admin account type)";

    [Theory]
    [InlineData("PUT", "v2/dataModels/1/spec", Account, "(Can edit)")]
    [InlineData("POST", "v2/dataModels/spec", Account, "(Can edit)")]
    [InlineData("GET", "v2/dataModels/1/spec?documentVersion=2", Account, "(Can view at least)")]
    [InlineData("GET", "v2/dataModels/1/columns", "a grant on the model or its folder", "(Can view at least)")]
    [InlineData("GET", "v2/dataModels?excludeTags=true&skipPermissionCheck=true", "whole organization", "admin")]
    public void Of_a_model(string method, string path, string account, string grant)
    {
        var text = MissingPermission.Describe(new ApiRequest(new HttpMethod(method), path));
        Assert.Contains(account, text);
        Assert.Contains(grant, text);
    }

    [Fact]
    public void Account_type_is_not_named_when_a_grant_is_enough() =>
        Assert.DoesNotContain(Account, MissingPermission.Describe(new ApiRequest(HttpMethod.Get, "v2/dataModels/1/columns")));

    [Fact]
    public void Model_s_file_is_the_model() =>
        Assert.Contains(
            Account,
            MissingPermission.Describe(new ApiRequest(HttpMethod.Delete, "v2/files/1") { WhenMissing = ErrorCode.ModelNotFound }));

    [Theory]
    [InlineData("GET", "v2/connections")]
    [InlineData("POST", "v2/files")]
    [InlineData("GET", "v2.1/members")]
    [InlineData("POST", "v2/grants")]
    public void Of_anything_else_it_does_not_speak_of_models(string method, string path)
    {
        var text = MissingPermission.Describe(new ApiRequest(new HttpMethod(method), path));
        Assert.DoesNotContain("model", text);
        Assert.Contains("account type", text);
        Assert.Contains("grant", text);
    }
}
