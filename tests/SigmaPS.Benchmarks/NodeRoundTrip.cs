using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Benchmarks;

internal static class NodeRoundTrip
{
    public static string Run(string text)
    {
        JsonWriter writer = new();
        JsonTree.Write(writer, PSObjectJsonReader.From(SpecNodeBuilder.ReadValue(text)!));
        return writer.Finish();
    }
}
