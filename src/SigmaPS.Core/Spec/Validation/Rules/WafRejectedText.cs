using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Texts that the firewall in front of the service has refused.</summary>
internal static class WafRejectedText
{
    public static readonly SpecRule Rule = new("firewall-text", IssueSeverity.Warning, "No text contains rgb(…) or an inline Base64 image, which the firewall in front of Sigma has refused.");
    public static readonly SpecCheck Check = new((scene, sink) => CheckValue(scene.Root?["pages"], sink), Rule);

    private static void CheckValue(JsonValue? value, IssueCollector sink)
    {
        switch (value)
        {
            case JsonString text when EdgeTraps.IsTrap(text.Value):
                sink.Report(Rule, text, $"'{SchemaMessages.Cut(text.Value)}' holds what the firewall in front of Sigma has refused", "Write a colour as #rrggbb, and refer to an image by its address.", "trap");
                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    CheckValue(item, sink);
                }

                break;
            case JsonObject members:
                foreach (var member in members)
                {
                    CheckValue(member.Value, sink);
                }

                break;
        }
    }
}
