using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Mapping;

/// <summary>Converts the engine's values to the public types.</summary>
internal static partial class OutputMapper
{
    public static DataModel ToDataModel(Core.Api.DataModelEntry entry) => new(entry.DataModelId)
    {
        Name = entry.Name,
        Path = entry.Path,
        Version = entry.LatestVersion,
        UpdatedAt = entry.UpdatedAt,
        UpdatedBy = entry.UpdatedBy,
        CreatedAt = entry.CreatedAt,
        CreatedBy = entry.CreatedBy,
        OwnerId = entry.OwnerId,
        ShortId = entry.DataModelUrlId,
        Url = entry.Url,
        IsArchived = entry.IsArchived,
    };

    /// <summary>Converts the outcome of a write; null means that no write was needed.</summary>
    public static WriteResult ToResult(
        Core.Writing.SpecWritePlan plan,
        Core.Writing.SpecWriteOutcome? outcome,
        bool named,
        string organization) =>
        new(plan.Request.DataModelId)
        {
            Name = named ? plan.NewName ?? plan.Name : plan.Name,
            Status = plan.Difference switch
            {
                _ when outcome is { ContentSent: true } || named => WriteStatus.Updated,
                Core.Writing.ContentDifference.Equivalent => WriteStatus.Equivalent,
                _ => WriteStatus.Unchanged,
            },
            TransferredFrom = plan.IsTransfer ? plan.Request.Document.DataModelId : null,
            VersionBefore = plan.LiveVersion,
            VersionAfter = outcome is null ? plan.LiveVersion : outcome.VersionAfter,
            Changes = ToChanges(plan),
            Findings = outcome?.Findings.ToArray() ?? System.Array.Empty<string>(),
            IdMap = ToTable(outcome?.RenewedIds),
            BackupFile = outcome?.BackupFile,
            RequestId = outcome?.RequestId,
            Organization = organization,
        };

    public static ExportResult ToExport(Core.Files.ExportPlan plan, string? name) => new(plan.DataModelId, plan.Path)
    {
        Name = name ?? "",
        Status = ByName<ExportStatus>(plan.Status),
        Version = plan.Version,
    };

    private static IdTable ToTable(IEnumerable<KeyValuePair<string, string>>? pairs)
    {
        var table = new IdTable();
        foreach (var pair in pairs ?? Enumerable.Empty<KeyValuePair<string, string>>())
        {
            table[pair.Key] = pair.Value;
        }

        return table;
    }

    /// <summary>The value of another enum that has the same name.</summary>
    /// <typeparam name="T">The other enum.</typeparam>
    /// <param name="value">The value.</param>
    internal static T ByName<T>(Enum value)
        where T : struct, Enum => (T)Enum.Parse(typeof(T), value.ToString());

    private static object? ToValue(Core.Spec.Json.JsonValue? value) => value is null ? null : SpecNodeBuilder.Build(value);
}
