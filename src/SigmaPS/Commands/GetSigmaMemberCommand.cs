using System.Management.Automation;
using SigmaPS.Mapping;

namespace SigmaPS.Commands;

/// <summary>Get-SigmaMember: members of the organisation.</summary>
[Cmdlet(VerbsCommon.Get, "SigmaMember")]
[OutputType(typeof(SigmaMember))]
public sealed class GetSigmaMemberCommand : LookupCmdlet
{
    /// <summary>E-mail addresses.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string? Email { get; set; }

    /// <summary>Also members who have been removed.</summary>
    [Parameter]
    public SwitchParameter IncludeArchived { get; set; }

    /// <inheritdoc/>
    private protected override void Process() => RunWithClient(Email, (client, pipeline, cancel) =>
        client.ListMembersAsync(Email, IncludeArchived, Writing<Core.Api.MemberEntry>(pipeline, Map.ToMember), cancel));
}
