using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Binding;

namespace SigmaPS.Workflows;

/// <summary>Creates the requests for plans of renames.</summary>
internal static class RenamePlans
{
    /// <summary>The name of a rename's plan, in place of the environment of a release.</summary>
    public const string Environment = "rename";

    /// <summary>The request for live models. Its run records are written below the current location.</summary>
    public static Core.Release.ReleaseRequest Request(
        PSCmdlet cmdlet,
        SigmaSession session,
        UsageGate usage,
        Core.Writing.WriteProtections protections,
        string? tag)
    {
        var folder = cmdlet.SessionState.Path.CurrentFileSystemLocation.ProviderPath;
        return new Core.Release.ReleaseRequest(folder, Core.Release.ReleaseEnvironment.OfSession(Environment, session.OrganizationId))
        {
            Host = session.BaseUrl,
            Organization = session.OrganizationId,
            UserId = session.UserId,
            Protections = protections,
            CustomFunctions = CustomFunctions.ForFolder(folder),
            Consumers = usage.Check,
            Tag = tag,
        };
    }

    /// <summary>The names of owners, if the plan lists usages to change by hand.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> OwnersAsync(
        Core.Api.SigmaClient client,
        Core.Release.ReleasePlan plan,
        CancellationToken cancel) =>
        plan.Items.Any(item => item.ManualChanges.Count > 0 || item.Impact.Consumers.Count > 0)
            ? await Core.Api.MemberLookup.AllNamesAsync(client, cancel).ConfigureAwait(false)
            : new Dictionary<string, string>();
}
