using System.Linq;
using System.Management.Automation;
using SigmaPS.Binding;
using SigmaPS.Mapping;

namespace SigmaPS.Commands;

/// <summary>Get-SigmaMember: gets members of the organization.</summary>
[Cmdlet(VerbsCommon.Get, "SigmaMember")]
[OutputType(typeof(SigmaMember))]
public sealed class GetSigmaMemberCommand : LookupCmdlet
{
    /// <summary>E-mail addresses.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string? Email { get; set; }

    /// <summary>Includes removed members.</summary>
    [Parameter]
    public SwitchParameter IncludeArchived { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        var emails = new NamePatterns(Email is null ? null : new[] { Email });
        var isComplete = false;
        RunWithClient(Email, async (client, pipeline, cancel) =>
        {
            var found = 0;
            var members = client.ListMembersAsync(Email, IncludeArchived, cancel);
            await WriteListAsync(members, pipeline, entry =>
            {
                found++;
                return OutputMapper.ToMember(entry);
            }, cancel).ConfigureAwait(false);
            if (Email is not null && found == 0)
            {
                var all = await client.ListMembersAsync(null, IncludeArchived, cancel).ToListAsync(cancel).ConfigureAwait(false);
                emails.See(all.Select(entry => entry.Email).OfType<string>());
                isComplete = true;
            }
        });
        if (isComplete)
        {
            ReportMissing(emails.Missing(Core.Diagnostics.ErrorCode.ItemNotFound, "member"));
        }
    }
}
