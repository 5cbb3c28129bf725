using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Benchmarks;

internal static class NodeRoundTrip
{
    public static string Run(string text)
    {
        JsonWriter writer = new();
        JsonTree.Write(writer, PSObjectJsonReader.From(SpecNodeBuilder.Read(text, null)));
        return writer.Finish();
    }
}
