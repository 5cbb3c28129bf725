using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Binding;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>Set-SigmaDataModel: changes the name, description, folder or owner of data models; their content stays unchanged.</summary>
[Cmdlet(VerbsCommon.Set, "SigmaDataModel", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(WriteResult))]
public sealed class SetSigmaDataModelCommand : DataModelChangeCmdlet
{
    /// <summary>The new name.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>The new description; an empty text clears it.</summary>
    [Parameter]
    public string? Description { get; set; }

    /// <summary>The folder or workspace to move it to.</summary>
    [Parameter]
    [Alias("FolderPath")]
    [ArgumentCompleter(typeof(Completion.FolderPathCompleter))]
    public string? FolderId { get; set; }

    /// <summary>The new owner, by member ID or e-mail address.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(Completion.OwnerCompleter))]
    public string? Owner { get; set; }

    /// <inheritdoc/>
    private protected override async Task ChangeAsync(
        string id,
        Core.Api.SigmaClient client,
        IDispatcher pipeline,
        CancellationToken cancel)
    {
        if ((Name ?? Description ?? FolderId ?? Owner) is null || Name?.Trim().Length == 0)
        {
            throw CommandErrors.NoChange();
        }

        var files = new Core.Writing.ModelFiles(client);
        var model = await files.FindAsync(id, cancel).ConfigureAwait(false);
        var file = await client.GetFileAsync(id, cancel).ConfigureAwait(false);
        if (file.IsArchived)
        {
            throw CommandErrors.ModelArchived(model.Name, id);
        }

        var plan = Core.Writing.FileChangePlan.FromDesired(
            file,
            Name,
            Description,
            await FolderAsync(client, cancel).ConfigureAwait(false),
            await OwnerAsync(client, cancel).ConfigureAwait(false));
        await plan.NameOwnersAsync(client, cancel).ConfigureAwait(false);
        if (plan.Changes.Count == 0)
        {
            await ReportUnchangedAsync(
                    pipeline,
                    OutputMapper.ToResult(model, WriteStatus.Unchanged, Current),
                    "name, description, folder " + "and owner already have the specified values.")
                .ConfigureAwait(false);
        }
        else if (
            await ConfirmAsync(pipeline, $"Change data model \"{model.Name}\" ({id}) on {Current}: {plan}.", "Change a data model")
                .ConfigureAwait(false))
        {
            await files.ChangeAsync(id, plan.Change, cancel).ConfigureAwait(false);
            var result = OutputMapper.ToResult(model, WriteStatus.Updated, Current, plan.Changes);
            result.Name = plan.Change.Name ?? model.Name;
            await ReportAsync(pipeline, result).ConfigureAwait(false);
        }
    }

    private async Task<Core.Api.FileEntry?> FolderAsync(Core.Api.SigmaClient client, CancellationToken cancel)
    {
        if (FolderId is null)
        {
            return null;
        }

        var id = await FolderIdAsync(client, FolderId, cancel).ConfigureAwait(false);
        var folder = await client.GetFileAsync(id!, cancel).ConfigureAwait(false);
        return folder.Type is "folder" or "workspace"
            ? folder
            : throw CommandErrors.NotAFolder(FolderId, folder);
    }

    private async Task<string?> OwnerAsync(Core.Api.SigmaClient client, CancellationToken cancel)
    {
        if (Owner is null)
        {
            return null;
        }

        var ids = await MemberResolver.ResolveAsync(client, Owner, cancel).ConfigureAwait(false);
        if (ids.Count == 1)
        {
            return ids.First();
        }

        var names = await Task.WhenAll(
                ids.Select(async id => $"{id} ({await Core.Api.MemberLookup.DescribeAsync(client, id, cancel).ConfigureAwait(false)})"))
            .ConfigureAwait(false);
        throw CommandErrors.AmbiguousOwner(Owner, names);
    }
}
