using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using SigmaPS.Core.Release;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

public sealed class EnvironmentReaderTests
{
    [Fact]
    public void The_published_schema_knows_the_same_keys_as_the_reader()
    {
        JsonNode schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Corpus.Repository()!, "module", "sigma.environments.schema.json")))!;
        JsonNode environment = schema["$defs"]!["environment"]!;
        Assert.Equal(EnvironmentReader.Keys.Order(), environment["properties"]!.AsObject().Select(property => property.Key).Order());
        Assert.Equal(["organization", "folder"], environment["required"]!.AsArray().Select(key => key!.GetValue<string>()));
        Assert.False(environment["additionalProperties"]!.GetValue<bool>());
    }
}
