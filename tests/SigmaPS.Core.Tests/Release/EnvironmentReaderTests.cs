using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Release;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

public sealed class EnvironmentReaderTests : TemporaryFolder
{
    [Fact]
    public void Published_schema_knows_the_same_keys_as_the_reader()
    {
        JsonNode schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Corpus.Repository()!, "module", "sigma.environments.schema.json")))!;
        JsonNode environment = schema["$defs"]!["environment"]!;
        Assert.Equal(EnvironmentReader.Keys.Order(), environment["properties"]!.AsObject().Select(property => property.Key).Order());
        Assert.Equal(["organization", "folder"], environment["required"]!.AsArray().Select(key => key!.GetValue<string>()));
        Assert.False(environment["additionalProperties"]!.GetValue<bool>());
    }

    [Fact]
    public void Environment_is_read_as_it_is_written()
    {
        var path = Written("""
            {"$schema":"s","environments":{"prod":{
              "host":"aws-eu","organization":"o","folder":"Retail","models":["Orders","C*"],"publishers":["ann"],
              "connections":{"c":"Snow"},"paths":{"A.B":"C.D"},"users":{"u":"eve","u":"bob"},"teams":{"t":"t2"},"userAttributes":{"a":"a2"},
              "dataModels":{"m":"Shop"},"variables":{"year":"2026","key":"${env:PATH}"}}}}
            """);
        var read = EnvironmentReader.Read(path, "prod");
        Assert.Equal(("aws-eu", "o", "Retail"), (read.Host!.Text, read.Organization.Text, read.Folder.Text));
        Assert.Equal("line 2, column 10", read.Host.Place);
        Assert.Equal(["Orders", "C*"], read.Models.Select(text => text.Text));
        Assert.Equal(["ann"], read.Publishers.Select(text => text.Text));
        Assert.Equal(
            ["c Snow", "A.B C.D", "u bob", "t t2", "a a2", "m Shop"],
            new[] { read.Connections, read.Paths, read.Users, read.Teams, read.UserAttributes, read.DataModels }.SelectMany(Pairs));
        Assert.Equal(["key ${env:PATH}", "year 2026"], read.Variables.Select(pair => $"{pair.Key} {pair.Value.Shown}").Order());
        Assert.Equal(Environment.GetEnvironmentVariable("PATH"), read.Variables["key"].Text);
        Assert.Equal(["key", "year"], read.KnownVariables.Order());

        static IEnumerable<string> Pairs(IReadOnlyDictionary<string, LocatedText> map) =>
            map.Select(pair => $"{pair.Key} {pair.Value.Text}");
    }

    [Theory]
    [InlineData("""{"environments":{},"other":1}""", "1}", "'other'")]
    [InlineData("""{"environments":{"prod":{"organization":"o","folder":"f","foldr":7}}}""", "7}", "'foldr'")]
    [InlineData("""{"environments":{"prod":{"folder":"f"}}}""", "{\"folder", "'organization'")]
    [InlineData("""{"environments":{"prod":{"organization":"o","folder":"${env:F}"}}}""", "\"${", "'folder'")]
    [InlineData("""{"environments":{"prod":{"organization":"o","folder":7}}}""", "7}", "has to be a text in quotes")]
    [InlineData("""{"environments":{"prod":{"organization":"o","folder":""}}}""", "\"\"}", "has to be a text that is not empty")]
    [InlineData(
        """{"environments":{"prod":{"organization":"o","folder":"f","variables":{"key":"${env:SIGMAPS_NEVER_SET}"}}}}""",
        "\"${",
        "SIGMAPS_NEVER_SET")]
    [InlineData("""{"environments":{"prod":{"organization":"o","folder":"f","models":7}}}""", "7}", "'models'")]
    [InlineData("""{"environments":7}""", "7}", "'environments' has to be an object in { }")]
    [InlineData("{}", "{", "'environments' is missing")]
    public void Problem_of_the_file_is_reported_with_its_place(string text, string at, string about)
    {
        var path = Written(text);
        var fault = Assert.Throws<SigmaEngineException>(() => EnvironmentReader.Read(path, "prod"));
        Assert.Equal((ErrorCode.InvalidEnvironment, path), (fault.Kind, fault.Target));
        Assert.Contains($": line 1, column {text.IndexOf(at, StringComparison.Ordinal) + 1}: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(about, fault.Message, StringComparison.Ordinal);
    }

    private string Written(string text)
    {
        var path = Path.Combine(Folder, EnvironmentReader.FileName);
        File.WriteAllText(path, text);
        return path;
    }
}
