using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Release;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>The errors of an environment that does not fit its file, its address or its organization.</summary>
public sealed class EnvironmentProblemsTests : TemporaryFolder
{
    [Theory]
    [InlineData(0, 0, "")]
    [InlineData(2, 2, "")]
    [InlineData(10, 10, "")]
    [InlineData(12, 10, " and 2 more")]
    public void Missing_name_is_reported_with_ten_of_the_existing_names(int count, int named, string more)
    {
        var environment = new ReleaseEnvironment("prod", "sigma.environments.json");
        var existing = Enumerable.Range(0, count).Select(i => $"n{i:00}").Reverse();
        var text = EnvironmentProblems.Missing(environment, new LocatedText("x", "line 1, column 1"), "folder", existing);
        var names = string.Join(", ", Enumerable.Range(0, named).Select(i => $"'n{i:00}'"));
        var expected = "folder 'x'" + (named == 0 ? "" : $"; there are {names}{more}");
        Assert.EndsWith(expected, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"environments":{"dev":{},"prod":1}}""", "dev,prod")]
    [InlineData("""{"environments":{"dev":""", "")]
    [InlineData("[]", "")]
    public void Names_of_environments_are_listed_as_far_as_the_file_is_valid(string text, string names) =>
        Assert.Equal(names, string.Join(",", EnvironmentReader.Names(Written(text))));

    [Theory]
    [InlineData("""{"environments":{"dev":{"organization":"o","folder":"f"}}}""", "it has dev.")]
    [InlineData("""{"environments":{}}""", "it has none.")]
    public void Unknown_environment_is_refused_with_the_existing_ones(string text, string expected)
    {
        var fault = Assert.Throws<SigmaEngineException>(() => EnvironmentReader.Read(Written(text), "prod"));
        Assert.Equal((ErrorCode.InvalidEnvironment, "prod"), (fault.Kind, fault.Target));
        Assert.EndsWith(expected, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"environments":{"dev":{"variables":{"year":"1"}}}}""", true)]
    [InlineData("""{"environments":{"dev":{"variables":{"month":"1"}}}}""", false)]
    public void Variable_is_one_of_a_release_when_an_environment_declares_it(string text, bool isOne)
    {
        Written(text);
        Assert.Equal(isOne, new DeclaredVariables().TestFor(Path.Combine(Folder, "a.json"))!("of ${year}"));
    }

    [Fact]
    public void File_below_no_environment_file_has_no_variables() =>
        Assert.Null(new DeclaredVariables().TestFor(Path.Combine(Folder, "a.json")));

    [Theory]
    [InlineData("https://api.test/v2", "https://api.test/", false)]
    [InlineData("aws-eu", "https://api.eu.aws.sigmacomputing.com/", false)]
    [InlineData("https://api.test", "https://api.eu.aws.sigmacomputing.com/", true)]
    [InlineData("aws-us-west", "https://api.eu.aws.sigmacomputing.com/", true)]
    public void Session_at_another_address_is_refused(string host, string session, bool isRefused)
    {
        var environment = new ReleaseEnvironment("prod", "sigma.environments.json")
        {
            Organization = new LocatedText("o", "line 1, column 1"),
            Host = new LocatedText(host, "line 7, column 3"),
        };
        var request = new ReleaseRequest(Folder, environment) { Organization = "o", Host = new Uri(session) };
        var fault = Record.Exception(() => EnvironmentTargetCheck.Check(request)) as SigmaEngineException;
        Assert.Equal(isRefused ? ErrorCode.WrongOrganization : null, fault?.Kind);
        Assert.Equal(isRefused ? "prod" : null, fault?.Target);
    }

    [Fact]
    public void Address_that_is_not_one_is_an_error_of_the_environment()
    {
        var environment = new ReleaseEnvironment("prod", "sigma.environments.json")
        {
            Organization = new LocatedText("o", "line 1, column 1"),
            Host = new LocatedText("nowhere", "line 7, column 3"),
        };
        var request = new ReleaseRequest(Folder, environment) { Organization = "o", Host = new Uri("https://api.test/") };
        var fault = Assert.Throws<SigmaEngineException>(() => EnvironmentTargetCheck.Check(request));
        Assert.Equal((ErrorCode.InvalidEnvironment, "prod"), (fault.Kind, fault.Target));
        Assert.Contains("line 7, column 3", fault.Message, StringComparison.Ordinal);
        Assert.Contains("nowhere", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Model_outside_of_the_folder_is_found_by_its_path()
    {
        using FakeWire wire = new((request, _) => request.RequestUri!.AbsolutePath switch
        {
            "/v2/files" when !request.RequestUri.Query.Contains("workspace", StringComparison.Ordinal) =>
                FakeWire.Json("""{"entries":[{"id":"f","name":"Retail","type":"folder"}]}"""),
            "/v2/dataModels" => FakeWire.Json($$"""{"entries":[{{Orders("m1", "Retail/Sales")}},{{Orders("m2", "Old")}}]}"""),
            _ => FakeWire.Json("""{"entries":[]}"""),
        });
        var environment = new ReleaseEnvironment("prod", "sigma.environments.json")
        {
            Folder = new LocatedText("Retail", "line 1, column 1"),
            DataModels = new Dictionary<string, LocatedText> { ["x"] = new("Retail/Sales/Orders", "line 2, column 1") },
        };
        var target = await wire.RunAsync(EnvironmentResolver.ResolveAsync(wire.Client, environment, "me", default));
        Assert.Equal("m1", target.DataModels["x"]);

        static string Orders(string id, string path) => $$"""{"dataModelId":"{{id}}","name":"Orders","path":"{{path}}"}""";
    }

    private string Written(string text)
    {
        var path = Path.Combine(Folder, EnvironmentReader.FileName);
        File.WriteAllText(path, text);
        return path;
    }
}
