using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.History;

/// <summary>The errors of the history of an item.</summary>
internal static class HistoryErrors
{
    /// <summary>No version has the item.</summary>
    public static SigmaEngineException Missing(ItemFinder sought, SpecDocument latest)
    {
        var name = sought.Item ?? sought.Element;
        var kind = sought.List switch
        {
            null => "an element",
            "metrics" => "a metric",
            _ => "a column",
        };
        var place = sought.List is null ? "" : $" in element '{sought.Element}'";
        return new SigmaEngineException(
            ErrorCode.SpecItemNotFound,
            $"\"{latest.Name}\" ({latest.DataModelId}) does not have {kind} '{name}'{place}, neither now nor in an earlier version. "
                + "Check the names with Get-SigmaDataModelElement, or use IDs.")
        {
            Target = name,
        };
    }
}
