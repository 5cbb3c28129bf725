using System;
using System.Globalization;
using System.Linq;

namespace SigmaPS.Mapping;

/// <summary>Converts the engine's documents to versions.</summary>
internal static partial class OutputMapper
{
    public static DataModelVersion ToVersion(string dataModelId, Core.Spec.SpecDocument document, bool isLatest) =>
        new(dataModelId, document.Version ?? (isLatest ? document.LatestVersion : null))
        {
            Name = document.Name ?? "",
            IsLatest = isLatest,
            UpdatedAt = DateTimeOffset.TryParse(
                document.Root.Text("updatedAt"),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var at)
                ? at
                : null,
            UpdatedBy = document.Root.Text("updatedBy") ?? "",
            Pages = document.Pages.Count,
            Elements = document.Elements.Count(),
            Columns = document.Elements.Sum(element => element.Array("columns")?.Count ?? 0),
            Metrics = document.Elements.Sum(element => element.Array("metrics")?.Count ?? 0),
        };
}
