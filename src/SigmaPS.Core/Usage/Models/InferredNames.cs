using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Usage;

/// <summary>The one place where this floor asks for a name that neither the spec nor the service gives.</summary>
internal static class InferredNames
{
    public static string Of(JsonObject item) => EffectiveName.Of(item);

    public static string OfElement(JsonObject element) => EffectiveName.OfElement(element);
}
