using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Spec;

/// <summary>The errors of specs and IDs that the user gives.</summary>
internal static class SpecErrors
{
    private const int LongestShown = 80;

    /// <summary>The text has none of the forms of an ID.</summary>
    public static SigmaEngineException NotADataModelId(string text)
    {
        var shown = text.Length <= LongestShown ? text : text.Substring(0, LongestShown - 3) + "…";
        return new SigmaEngineException(
            ErrorCode.InvalidId,
            $"'{shown}' is not a data model ID: a UUID, the short ID at the end of the model's address, or the address. "
                + $"To find a model by name, run: Get-SigmaDataModel -Name '{shown.Replace("'", "''")}'.");
    }

    /// <summary>The tree is not a complete spec.</summary>
    /// <param name="source">The name of the tree.</param>
    /// <param name="problem">The missing part, without a full stop.</param>
    public static SigmaEngineException Incomplete(string source, string problem) =>
        new(ErrorCode.InvalidSpec, $"{source} is not a complete spec of a data model: {problem}.") { Target = source };
}
