using System.Management.Automation;

namespace SigmaPS.Tests.Usage;

/// <summary>One usage as a test compares it.</summary>
internal sealed record UsageRow(
    string Kind,
    string Id,
    string? Element,
    string? Column,
    string Certainty,
    string? Formula,
    string Via,
    string? VersionTag,
    string Owner)
{
    public bool IsCertain => Certainty == "Certain";

    public static UsageRow Of(object? output)
    {
        PSObject row = PSObject.AsPSObject(output!);
        return new UsageRow(
            Text("ConsumerKind")!,
            Text("ConsumerId")!,
            Text("ElementId"),
            Text("ColumnId"),
            Text("Certainty")!,
            Text("Formula"),
            Text("Via") ?? "",
            Text("VersionTag"),
            Text("Owner") ?? "");

        string? Text(string name) => row.Properties[name].Value?.ToString();
    }
}
