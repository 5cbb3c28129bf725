using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Mapping;

/// <summary>Usages as objects for users, with the names of owners.</summary>
internal static class UsageMapper
{
    public static SigmaUsage ToUsage(Core.Usage.UsageRecord record, IReadOnlyDictionary<string, string> owners) =>
        new(record.ConsumerKind.ToString(), record.ConsumerId, record.ConsumerName)
        {
            Path = record.Path,
            Owner = owners.TryGetValue(record.OwnerId, out var owner) ? owner : record.OwnerId,
            ElementId = record.ElementId,
            ElementName = record.ElementName,
            ColumnId = record.ColumnId,
            ColumnName = record.ColumnName,
            Formula = record.Formula,
            Via = record.Via,
            Certainty = record.Certainty.ToString(),
            VersionTag = record.VersionTag,
            Url = record.Url,
            DataModelId = record.Target?.ModelId ?? "",
            DataModelName = record.ModelName,
            Used = record.Used,
        };

    /// <summary>The consumers that a write affects; owners by ID where their names are not known.</summary>
    public static SigmaUsage[] ToUsages(Core.Writing.ConsumerImpact impact, IReadOnlyDictionary<string, string>? owners) =>
        impact.Consumers.Select(usage => ToUsage(usage, owners ?? new Dictionary<string, string>())).ToArray();

    public static SigmaUnusedItem ToUnused(Core.Usage.UnusedItem unused) => new(unused.Item.Item.ModelId, unused.Item.Item.Kind.ToString(), unused.Item.Name)
    {
        Element = unused.Item.ElementName ?? "",
        ElementId = unused.Item.Item.ElementId ?? "",
        Id = unused.Item.Item.ItemId ?? "",
        Formula = unused.Item.Formula ?? "",
        Certainty = unused.Certainty.ToString(),
        Reason = unused.Reason,
    };

    /// <summary>The names of all members by ID; none where the caller may not list members.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> OwnersAsync(Core.Api.SigmaClient client, CancellationToken cancel)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            await client.ListMembersAsync(
                null,
                true,
                page =>
                {
                    foreach (var member in page)
                    {
                        names[member.MemberId] = NameOf(member);
                    }

                    return Task.FromResult(true);
                },
                cancel).ConfigureAwait(false);
        }
        catch (Core.Diagnostics.SigmaEngineException e) when (e.Kind is Core.Diagnostics.ErrorCode.PermissionDenied or Core.Diagnostics.ErrorCode.RequestRefused or Core.Diagnostics.ErrorCode.ItemNotFound)
        {
            client.Log.Verbose($"The names of owners could not be read, so their IDs are shown: {e.Message}");
        }

        return names;
    }

    private static string NameOf(Core.Api.MemberEntry member)
    {
        var name = string.Join(" ", new[] { member.FirstName, member.LastName }.Where(part => !string.IsNullOrWhiteSpace(part)));
        return name.Length > 0 ? name : member.Email ?? member.MemberId;
    }
}
