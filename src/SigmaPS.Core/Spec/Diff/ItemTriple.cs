using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>One item in the three documents of a merge; null if a document does not contain it.</summary>
internal sealed record ItemTriple(JsonObject? Base, JsonObject? Other, JsonObject? Live)
{
    /// <summary>Whether the base and the live document have the same item, apart from defaults.</summary>
    public bool IsStillLive => Same(Base, Live);

    /// <summary>Whether the base and the other document have the same item.</summary>
    public bool IsUnchanged => Same(Base, Other);

    /// <summary>Whether the other and the live document have the same item.</summary>
    public bool IsAlreadyLive => Same(Other, Live);

    private static bool Same(JsonObject? a, JsonObject? b) => Defaults.Same("", a, b);
}
