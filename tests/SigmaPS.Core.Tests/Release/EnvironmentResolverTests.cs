using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Release;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>The names of an environment in the live organization.</summary>
public sealed class EnvironmentResolverTests
{
    private const string Files = """
        {"entries":[{"id":"m1","name":"Orders","type":"data-model","parentSourceUrlId":"u"},
          {"id":"m2","name":"Costs","type":"data-model","parentSourceUrlId":""},{"id":"m3","name":"Stock","type":"data-model"}]}
        """;

    private const string Models = """
        {"entries":[{"dataModelId":"m1","name":"Orders","path":"Retail/Sales"},{"dataModelId":"m2","name":"Costs","path":"Old"},
          {"dataModelId":"m3","name":"Stock","path":"Old"},{"dataModelId":"m4","name":"Costs","path":"Retail/Sales","isArchived":true}]}
        """;

    private const string Connections = """
        {"entries":[{"connectionId":"c1","name":"Snow"},{"connectionId":"c2","name":"Snow","isArchived":true},
          {"connectionId":"c3","name":"Lake"}]}
        """;

    [Fact]
    public async Task Names_are_those_of_the_organization_without_its_trash()
    {
        using var wire = Wire();
        var target = await wire.RunAsync(EnvironmentResolver.ResolveAsync(wire.Client, Environment("Retail/Sales"), "me", default));
        Assert.Equal(("f", "Retail/Sales"), (target.FolderId, target.FolderPath));
        Assert.Equal(["m1", "m2", "m3"], target.All.Keys.Order());
        Assert.Equal(["m1"], target.Here.Select(model => model.DataModelId));
        Assert.Equal(["m1"], target.Deployed);
        Assert.Equal(["c1", "c3"], target.LiveConnections.Select(connection => connection.ConnectionId));
        Assert.Equal(["ann", "bob", "me"], target.Publishers.Order());
        Assert.Equal("bob", target.Users["u"]);
        Assert.Single(wire.Sent, request => request.Contains("/members", StringComparison.Ordinal));
        Assert.Equal(
            ["lake c3", "named m2", "snow c1", "uuid m3"],
            target.Connections.Concat(target.DataModels).Select(pair => $"{pair.Key} {pair.Value}").Order());
    }

    [Fact]
    public async Task Folder_that_is_missing_is_refused_without_a_look_at_its_models()
    {
        using var wire = Wire();
        var fault = await Assert.ThrowsAsync<SigmaEngineException>(() =>
            wire.RunAsync(EnvironmentResolver.ResolveAsync(wire.Client, Environment("Nowhere"), "me", default)));
        Assert.Equal((ErrorCode.InvalidEnvironment, "prod"), (fault.Kind, fault.Target));
        Assert.DoesNotContain(wire.Sent, request => request.Contains("typeFilters=data-model", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Models_without_a_path_are_not_those_of_a_folder_without_a_name()
    {
        const string folder = "5f0c2a1e-0000-4000-8000-000000000001";
        using var wire = Wire(Models.Replace(",\"path\":\"Old\"", "", StringComparison.Ordinal));
        var target = await wire.RunAsync(EnvironmentResolver.ResolveAsync(wire.Client, Environment(folder), "me", default));
        Assert.Equal(("w", ""), (target.FolderId, target.FolderPath));
        Assert.Empty(target.Here);
    }

    [Fact]
    public async Task Missing_name_is_reported_with_the_existing_ones_and_an_ambiguous_one_with_its_owners()
    {
        using var wire = Wire(Models.Replace("\"m3\",\"name\":\"Stock\"", "\"m3\",\"name\":\"Costs\"", StringComparison.Ordinal));
        var environment = Environment("Retail/Sales");
        environment.Connections = new Dictionary<string, LocatedText> { ["x"] = Text("Ice") };
        var fault = await Assert.ThrowsAsync<SigmaEngineException>(() =>
            wire.RunAsync(EnvironmentResolver.ResolveAsync(wire.Client, environment, "me", default)));
        Assert.Contains("'Ice'; there are 'Lake', 'Snow'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("'Costs' is more than one data model: Old/Costs (m2), Old/Costs (m3)", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_of_no_member_is_refused_even_without_a_name()
    {
        using var wire = Wire();
        var environment = Environment("Retail/Sales");
        environment.Publishers = [Text("@x.test")];
        var fault = await Assert.ThrowsAsync<SigmaEngineException>(() =>
            wire.RunAsync(EnvironmentResolver.ResolveAsync(wire.Client, environment, "me", default)));
        Assert.Equal(ErrorCode.InvalidEnvironment, fault.Kind);
        Assert.Contains("'@x.test'", fault.Message, StringComparison.Ordinal);
    }

    private static FakeWire Wire(string models = Models) => new((request, _) => FakeWire.Json(request.RequestUri!.AbsolutePath switch
    {
        "/v2/dataModels" => models,
        "/v2/connections" => Connections,
        "/v2/files/5f0c2a1e-0000-4000-8000-000000000001" => """{"id":"w","type":"workspace"}""",
        "/v2.1/members" => """{"entries":[{"memberId":"bob","email":"bob@x.test"}]}""",
        "/v2/files" when request.RequestUri.Query.Contains("typeFilters=data-model", StringComparison.Ordinal) => Files,
        "/v2/files" when request.RequestUri.Query.Contains("typeFilters=folder", StringComparison.Ordinal) =>
            """{"entries":[{"id":"f","name":"Sales","type":"folder","path":"Retail"}]}""",
        _ => """{"entries":[]}""",
    }));

    private static ReleaseEnvironment Environment(string folder) => new("prod", "sigma.environments.json")
    {
        Folder = Text(folder),
        Publishers = [Text("ann"), Text("Bob@x.test")],
        Users = new Dictionary<string, LocatedText> { ["u"] = Text("bob@x.test") },
        Connections = new Dictionary<string, LocatedText> { ["snow"] = Text("Snow"), ["lake"] = Text("c3") },
        DataModels = new Dictionary<string, LocatedText> { ["named"] = Text("Costs"), ["uuid"] = Text("m3") },
    };

    private static LocatedText Text(string text) => new(text, "line 1, column 1");
}
