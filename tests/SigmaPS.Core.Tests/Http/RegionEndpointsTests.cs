using System;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using Xunit;

namespace SigmaPS.Core.Tests.Http;

public sealed class RegionEndpointsTests
{
    [Theory]
    [InlineData("gcp-us", "https://api.sigmacomputing.com/")]
    [InlineData("gcp-sa", "https://api.sa.gcp.sigmacomputing.com/")]
    [InlineData("aws-us-west", "https://aws-api.sigmacomputing.com/")]
    [InlineData("aws-us-east", "https://api.us-a.aws.sigmacomputing.com/")]
    [InlineData("aws-ca", "https://api.ca.aws.sigmacomputing.com/")]
    [InlineData("aws-eu", "https://api.eu.aws.sigmacomputing.com/")]
    [InlineData("aws-au", "https://api.au.aws.sigmacomputing.com/")]
    [InlineData("aws-uk", "https://api.uk.aws.sigmacomputing.com/")]
    [InlineData("azure-us", "https://api.us.azure.sigmacomputing.com/")]
    [InlineData("azure-eu", "https://api.eu.azure.sigmacomputing.com/")]
    [InlineData("azure-ca", "https://api.ca.azure.sigmacomputing.com/")]
    [InlineData("azure-uk", "https://api.uk.azure.sigmacomputing.com/")]
    [InlineData("azure-au", "https://api.au.azure.sigmacomputing.com/")]
    public void Each_region_has_its_host(string region, string address)
    {
        Assert.Equal(address, RegionEndpoints.GetEndpoint(region).ToString());
        Assert.Equal(address, RegionEndpoints.GetEndpoint(region.ToUpperInvariant()).ToString());
        Assert.Equal(region, RegionEndpoints.RegionOf(new Uri(address)));
        Assert.Equal(address, RegionEndpoints.Parse(address).ToString());
        Assert.Equal(address, RegionEndpoints.Parse($" {region.ToUpperInvariant()} ").ToString());
    }

    [Theory]
    [InlineData("us-west", "aws-us-west")]
    [InlineData("aws-us-wst", "aws-us-west")]
    [InlineData("azure-eur", "azure-eu")]
    [InlineData("gcp", "gcp-us")]
    public void Unknown_region_is_refused_with_the_nearest_one_first(string text, string nearest)
    {
        foreach (Func<string, Uri> read in new Func<string, Uri>[] { RegionEndpoints.Parse, RegionEndpoints.GetEndpoint })
        {
            string message = Assert.Throws<SigmaEngineException>(() => read(text)).Message;
            Assert.Contains($"Did you mean {nearest}?", message, StringComparison.Ordinal);
            Assert.Contains($"regions are {nearest},", message, StringComparison.Ordinal);
            string[] listed = message.TrimEnd('.')[(message.IndexOf("regions are ", StringComparison.Ordinal) + 12)..].Split(", ");
            Assert.Equal(RegionEndpoints.Regions.OrderBy(name => name), listed.OrderBy(name => name));
        }
    }

    [Theory]
    [InlineData("production")]
    [InlineData("a")]
    [InlineData("abcdefghijklmnopqrstuvwx")]
    public void Word_that_is_like_no_region_is_refused_without_a_suggestion(string word)
    {
        var error = Assert.Throws<SigmaEngineException>(() => RegionEndpoints.Parse(word));
        Assert.Equal(ErrorCode.InvalidAddress, error.Kind);
        Assert.Contains($"'{word}'", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://sigma.example", true)]
    [InlineData("@hunter2.example", false)]
    [InlineData("https://user:hunter2@sigma.example", false)]
    [InlineData("https://sigma.example?hunter2", false)]
    public void Refused_address_is_repeated_unless_it_may_contain_a_secret(string text, bool isRepeated) =>
        Assert.Equal(
            isRepeated,
            Assert.Throws<SigmaEngineException>(() => RegionEndpoints.Parse(text)).Message.Contains(text, StringComparison.Ordinal));

    [Theory]
    [InlineData("https://0.0.0.0")]
    [InlineData("http://0.0.0.0:8080")]
    [InlineData("https://[::]:8443/v2")]
    [InlineData("https://[0:0::0]")]
    [InlineData("https://sigma.example:0")]
    public void Address_of_a_listener_is_refused_before_a_connection_is_tried(string text)
    {
        var error = Assert.Throws<SigmaEngineException>(() => RegionEndpoints.Parse(text));
        Assert.Equal(ErrorCode.InvalidAddress, error.Kind);
        Assert.Contains("listens", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_word_is_not_repeated_because_it_may_be_a_secret() =>
        Assert.DoesNotContain(
            "0123456789",
            Assert.Throws<SigmaEngineException>(() => RegionEndpoints.Parse("0123456789abcdef0123456789abcdef")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void There_are_thirteen_regions() => Assert.Equal(13, RegionEndpoints.Regions.Distinct().Count());

    [Fact]
    public void Unknown_region_is_refused_with_the_list()
    {
        var fault = Assert.Throws<SigmaEngineException>(() => RegionEndpoints.GetEndpoint("eu"));
        Assert.Equal(ErrorCode.InvalidAddress, fault.Kind);
        Assert.All(RegionEndpoints.Regions, region => Assert.Contains(region, fault.Message, StringComparison.Ordinal));
        Assert.Null(RegionEndpoints.RegionOf(new Uri("https://proxy.example/")));
    }

    [Theory]
    [InlineData("https://api.eu.aws.sigmacomputing.com", "https://api.eu.aws.sigmacomputing.com/")]
    [InlineData(" https://api.eu.aws.sigmacomputing.com/ ", "https://api.eu.aws.sigmacomputing.com/")]
    [InlineData("https://api.eu.aws.sigmacomputing.com/v2", "https://api.eu.aws.sigmacomputing.com/")]
    [InlineData("https://api.eu.aws.sigmacomputing.com/V2/", "https://api.eu.aws.sigmacomputing.com/")]
    [InlineData("https://proxy.example:8443/sigma/v2", "https://proxy.example:8443/sigma/")]
    [InlineData("https://proxy.example/sigma", "https://proxy.example/sigma/")]
    [InlineData("https://proxy.example/v20", "https://proxy.example/v20/")]
    [InlineData("http://localhost:5000", "http://localhost:5000/")]
    [InlineData("http://127.0.0.1:5000/v2", "http://127.0.0.1:5000/")]
    [InlineData("http://[::1]:5000", "http://[::1]:5000/")]
    public void Address_is_completed(string text, string address) => Assert.Equal(address, RegionEndpoints.Parse(text).ToString());

    [Theory]
    [InlineData("", "web address")]
    [InlineData("localhost", "web address")]
    [InlineData("api.eu.aws.sigmacomputing.com", "web address")]
    [InlineData("ftp://api.sigmacomputing.com", "web address")]
    [InlineData("file:///etc/passwd", "web address")]
    [InlineData("http://api.sigmacomputing.com", "plain http")]
    [InlineData("http://127.0.0.1.evil.example", "plain http")]
    [InlineData("http://localhost.evil.example", "plain http")]
    [InlineData("http://10.0.0.1", "plain http")]
    [InlineData("https://app.sigmacomputing.com", "address of the application")]
    [InlineData("https://APP.sigmacomputing.com/acme", "address of the application")]
    [InlineData("https://api.sigmacomputing.com/?x=1", "query")]
    [InlineData("https://api.sigmacomputing.com/#x", "query")]
    public void Address_to_which_no_secret_may_go_is_refused(string text, string says)
    {
        var fault = Assert.Throws<SigmaEngineException>(() => RegionEndpoints.Parse(text));
        Assert.Equal(ErrorCode.InvalidAddress, fault.Kind);
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://admin:hunter2@api.sigmacomputing.com")]
    [InlineData("http://admin:hunter2@api.sigmacomputing.com")]
    [InlineData("ftp://admin:hunter2@api.sigmacomputing.com")]
    [InlineData("admin:hunter2@api.sigmacomputing.com")]
    [InlineData("https://admin:hunter2@")]
    [InlineData("https://api.sigmacomputing.com/?client_secret=hunter2")]
    [InlineData("https://api.sigmacomputing.com/#hunter2")]
    [InlineData("ftp://api.sigmacomputing.com/?client_secret=hunter2")]
    public void Secret_in_an_address_is_never_repeated(string text) =>
        Assert.DoesNotContain(
            "hunter2",
            Assert.Throws<SigmaEngineException>(() => RegionEndpoints.Parse(text)).ToString(),
            StringComparison.Ordinal);
}
