using System;
using System.Net.Http;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using Xunit;

namespace SigmaPS.Core.Tests.Http;

/// <summary>A missing version or tag is named with the command that lists the existing ones.</summary>
public sealed class RequestedPartTests
{
    [Fact]
    public void Missing_version_and_tag_are_named_with_the_command_that_lists_them()
    {
        AssertNamed(RequestedPart.Version("id-1", 7), "version 7", "Get-SigmaDataModelVersion id-1");
        AssertNamed(RequestedPart.Tag("id-1", "prod"), "tag \"prod\"", "Get-SigmaDataModelTag id-1");
    }

    [Fact]
    public void Request_for_the_whole_item_names_no_part()
    {
        Assert.Null(RequestedPart.Version("id-1", null));
        Assert.Null(RequestedPart.Tag("id-1", null));
        Assert.Null(RequestedPart.Tag("id-1", ""));
    }

    private static void AssertNamed(RequestedPart? part, string name, string command)
    {
        var request = new ApiRequest(HttpMethod.Get, "v2/dataModels/id-1/spec")
        {
            About = "data model id-1",
            Part = part,
            WhenMissing = ErrorCode.ModelNotFound,
        };
        var message = ErrorResponseMapper.From(request, new ApiResponse(404, "application/json", "{}", null)).Message;
        Assert.Contains($"data model id-1 ({name})", message, StringComparison.Ordinal);
        Assert.Contains(command, message, StringComparison.Ordinal);
    }
}
