using System.Linq;

namespace SigmaPS.Mapping;

/// <summary>Converts the results of a search.</summary>
internal static partial class OutputMapper
{
    public static FoundColumn ToFound(Core.Lookup.FoundColumn column, string? dataModelId, string? name, string? path) => new(dataModelId)
    {
        DataModelName = name,
        Path = path,
        Element = column.Element,
        ElementId = column.ElementId,
        Name = column.Name,
        ColumnId = column.ColumnId,
        Formula = column.Formula,
        Hidden = column.Hidden,
        Sources = column.Origins.Select(origin => origin.Text).ToArray(),
        IsBroken = column.IsBroken,
        Problem = column.Problems is { Count: > 0 } problems ? string.Join(" ", problems) : null,
    };
}
