using System.Linq;

namespace SigmaPS.Mapping;

/// <summary>Converts the result of a creation.</summary>
internal static partial class OutputMapper
{
    public static WriteResult ToResult(Core.Writing.SpecCreateOutcome outcome, string name, SigmaSession session) =>
        new(outcome.DataModelId)
        {
            Name = name,
            Status = WriteStatus.Created,
            VersionAfter = outcome.Version,
            Findings = outcome.Findings.ToArray(),
            IdMap = ToTable(outcome.RenewedIds),
            RequestId = outcome.RequestId,
            Organization = session.OrganizationId,
            Spec = outcome.Spec is { } spec ? SpecConverter.Read(spec, outcome.DataModelId, session) : null,
        };
}
