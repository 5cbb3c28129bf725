using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SigmaPS.Core.Api;
using SigmaPS.Core.Release;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>The content of a model for an environment.</summary>
public sealed class EnvironmentSubstitutionTests : TemporaryFolder
{
    private readonly ReleaseEnvironment _environment = new("prod", "sigma.environments.json");

    [Theory]
    [InlineData(true, false, 0)]
    [InlineData(false, true, 0)]
    [InlineData(true, true, 0)]
    [InlineData(false, false, 1)]
    public void Connection_has_to_be_mapped_or_live(bool isMapped, bool isLive, int problems)
    {
        var target = Target(isLive ? "CONN" : "lake");
        if (isMapped)
        {
            target.Connections["conn"] = "lake";
        }

        Assert.Equal(problems, Apply(target).Problems.Count);
    }

    [Fact]
    public void Members_of_a_column_security_are_those_of_the_environment()
    {
        _environment.Teams = new Dictionary<string, LocatedText> { ["t1"] = new("t2", "line 1, column 1") };
        _environment.UserAttributes = new Dictionary<string, LocatedText> { ["a1"] = new("a2", "line 1, column 1") };
        var target = Target("conn");
        target.Users["u1"] = "u2";
        var made = Apply(target, """
            set $orders/columnSecurities/0/criteria {"assignments":[{"userId":"u1"},{"teamId":"t1"},{"userAttributeId":"a1"}]}
            """);
        Assert.Empty(made.Problems);
        Assert.Contains(
            """[{"userId":"u2"},{"teamId":"t2"},{"userAttributeId":"a2"}]""",
            Trees.Compact(made.Document.Root),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Statement_that_may_name_a_mapped_path_is_a_note()
    {
        _environment.Paths = new Dictionary<string, LocatedText> { ["DB.SHOP"] = new("PROD.SHOP", "line 1, column 1") };
        var made = Apply(Target("conn"), """
            add /pages/1/elements {"id":"q","kind":"table","name":"Query","columns":[],
              "source":{"kind":"sql","connectionId":"conn","statement":"select A from DB.SHOP.ORDERS"}}
            """);
        Assert.Empty(made.Problems);
        Assert.Contains("\"Query\"", Assert.Single(made.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("orders", 0)]
    [InlineData("ghost", 1)]
    public void Element_that_another_model_lacks_is_a_problem(string element, int problems)
    {
        var made = Apply(
            Target("conn"),
            _ => ResolvedDependency.ToBeMade("Base", SampleModel.Document()),
            "set $orders/source {\"kind\":\"data-model\",\"dataModelId\":\"base\",\"elementId\":\"" + element + "\"}");
        Assert.Equal(problems, made.Problems.Count(problem => problem.Contains($"'{element}'", StringComparison.Ordinal)));
    }

    private ResolvedEnvironment Target(string connection)
    {
        var target = new ResolvedEnvironment(_environment, "", "");
        target.LiveConnections.Add(new ConnectionEntry { ConnectionId = connection, Name = "Snow" });
        return target;
    }

    private EnvironmentSubstitution Apply(ResolvedEnvironment target, params string[] edits) => Apply(target, _ => null, edits);

    private EnvironmentSubstitution Apply(ResolvedEnvironment target, Func<string, ResolvedDependency?> upstream, params string[] edits)
    {
        var path = Path.Combine(Folder, "shop.json");
        var document = SampleModel.With(edits.Select(edit => edit.Trim()).ToArray());
        File.WriteAllText(path, Trees.Indented(document.Root));
        return EnvironmentSubstitution.Apply(ReleaseModel.Of(Folder, path, document, SampleModel.Id), target, upstream);
    }
}
