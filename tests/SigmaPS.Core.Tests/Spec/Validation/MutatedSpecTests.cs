using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Spec.Validation;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Validation;

public sealed class MutatedSpecTests
{
    private static readonly string[] Values =
    [
        "null",
        "true",
        "-1e400",
        "\"\"",
        "\"orders\"",
        "\"[\"",
        "[]",
        "{}",
        "[[null]]",
        "{\"kind\":\"join\",\"joins\":[{\"left\":{\"kind\":\"union\",\"sources\":[7]}}]}",
    ];

    [Fact]
    public void No_mutation_of_a_spec_makes_the_rules_throw()
    {
        var random = new Random(20260625);
        for (var round = 0; round < 2000; round++)
        {
            var root = round % 2 == 0 ? SampleModel.Tree() : JoinedModel.Tree();
            for (var i = random.Next(1, 6); i > 0; i--)
            {
                var owners = Owners(root).ToList();
                var value = JsonTree.Parse(Values[random.Next(Values.Length)]);
                switch (owners[random.Next(owners.Count)])
                {
                    case JsonObject o:
                        o.Set(o.Count == 0 ? "x" : o.ElementAt(random.Next(o.Count)).Name, value);
                        break;
                    case JsonArray a:
                        a.Add(value);
                        break;
                }
            }

            Assert.All(SpecValidator.Validate(root), issue => Assert.NotEmpty(issue.Message));
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"pages\":[[],null,{\"elements\":[null,[],{\"kind\":\"table\",\"columns\":[null]}]}]}")]
    public void Value_that_is_not_a_spec_is_an_issue_and_not_an_exception(string json) => Assert.NotEmpty(Judged.Errors(json));

    private static IEnumerable<JsonValue> Owners(JsonValue value) => value switch
    {
        JsonObject o => o.SelectMany(member => Owners(member.Value)).Prepend(o),
        JsonArray a => a.SelectMany(Owners).Prepend(a),
        _ => [],
    };
}
