using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Binding;
using SigmaPS.Mapping;

namespace SigmaPS.Commands;

/// <summary>Get-SigmaDataModel: lists data models page by page, or gets single ones by ID.</summary>
[Cmdlet(VerbsCommon.Get, "SigmaDataModel", DefaultParameterSetName = "List")]
[OutputType(typeof(DataModel))]
public sealed class GetSigmaDataModelCommand : SigmaBulkCmdlet
{
    private DataModelFilter _filter = null!;
    private IReadOnlyList<Core.Diagnostics.SigmaEngineException> _missingFolders = Array.Empty<Core.Diagnostics.SigmaEngineException>();

    /// <summary>The data model: its UUID, short ID, address or name; a pattern finds several.</summary>
    [Parameter(ParameterSetName = "Id", Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [DataModelId]
    [ArgumentCompleter(typeof(Completion.ModelIdCompleter))]
    public string? DataModelId { get; set; }

    /// <summary>Names; a literal match has priority over a wildcard match.</summary>
    [Parameter(ParameterSetName = "List")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(Completion.ModelNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Folders in the form of the property Path; subfolders are included. Wildcards are allowed.</summary>
    [Parameter(ParameterSetName = "List")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(Completion.FolderPathCompleter))]
    public string[]? FolderPath { get; set; }

    /// <summary>The owner, by member ID or e-mail address.</summary>
    [Parameter(ParameterSetName = "List")]
    [ArgumentCompleter(typeof(Completion.OwnerCompleter))]
    public string? Owner { get; set; }

    /// <summary>Only models changed after this time.</summary>
    [Parameter(ParameterSetName = "List")]
    [Since]
    public DateTimeOffset? UpdatedAfter { get; set; }

    /// <summary>Includes models in the trash.</summary>
    [Parameter(ParameterSetName = "List")]
    public SwitchParameter IncludeArchived { get; set; }

    /// <summary>Individual (models that the owner of the credentials may see) or Organization (all models; only for admins).</summary>
    [Parameter(ParameterSetName = "List")]
    public ModelScope Scope { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (ParameterSetName == "Id")
        {
            // Copy the value, because the next item changes the property while this one is still being read.
            var given = DataModelId ?? "";
            Enqueue(given, (client, output, cancel) => FindAsync(given, client, output, cancel));
            return;
        }

        _filter = new DataModelFilter(Name, FolderPath, UpdatedAfter, IncludeArchived);
        var complete = false;
        RunWithClient(null, async (client, pipeline, cancel) =>
        {
            var owners = Owner is null ? null : await MemberResolver.ResolveAsync(client, Owner, cancel).ConfigureAwait(false);
            await foreach (var entry in client.ListDataModelsAsync(Scope == ModelScope.Organization, cancel).ConfigureAwait(false))
            {
                if (_filter.Pick(entry, owners) is { } model)
                {
                    await pipeline.WriteAsync(model).ConfigureAwait(false);
                }
            }

            foreach (var model in _filter.Held())
            {
                await pipeline.WriteAsync(model).ConfigureAwait(false);
            }

            complete = true;
        });

        // Only a complete list shows that a name is missing.
        if (complete)
        {
            ReportMissing(_filter.Missing(Scope == ModelScope.Individual ? " among those that the owner of the credentials may see" : ""));
            RunWithClient(null, (client, _, cancel) => CheckFoldersAsync(client, cancel));
            ReportMissing(_missingFolders);
            RunWithClient(Owner, CheckOwnerAsync);
        }
    }

    // An ID returns one model, a name all models with that name. A pattern without a match gives no error, as with -Name.
    private async Task FindAsync(string given, Core.Api.SigmaClient client, Pipeline.IOutput output, CancellationToken cancel)
    {
        if (ModelDirectory.IdOf(given) is { } certain)
        {
            await output
                .WriteAsync(OutputMapper.ToDataModel(await client.GetDataModelAsync(certain, cancel).ConfigureAwait(false)))
                .ConfigureAwait(false);
            return;
        }

        var sought = new NameOrPattern(given);
        var found = await Models.FindAsync(client, sought, cancel).ConfigureAwait(false);
        if (found.Count == 0 && sought.IsLiteral)
        {
            found = Core.Spec.DataModelId.TryParse(given, out var id)
                ? new[] { await client.GetDataModelAsync(id, cancel).ConfigureAwait(false) }
                : throw await Models.NotFoundAsync(client, given, cancel).ConfigureAwait(false);
        }

        foreach (var model in found)
        {
            await output.WriteAsync(OutputMapper.ToDataModel(model)).ConfigureAwait(false);
        }
    }

    // An owner without models is not an error; an unknown member is. An e-mail address was looked up before the list.
    private async Task CheckOwnerAsync(Core.Api.SigmaClient client, Pipeline.IDispatcher pipeline, CancellationToken cancel)
    {
        if (Owner is not { } owner || owner.IndexOf('@') >= 0 || _filter.HasSeenOwner(owner))
        {
            return;
        }

        try
        {
            await client.GetMemberAsync(owner, cancel).ConfigureAwait(false);
        }
        catch (Core.Diagnostics.SigmaEngineException e) when (e.Kind == Core.Diagnostics.ErrorCode.PermissionDenied)
        {
            client.Log.Verbose($"The member {owner} could not be checked: {e.Message}");
        }
    }

    // A folder without models is not an error; a folder that does not exist is.
    private async Task CheckFoldersAsync(Core.Api.SigmaClient client, CancellationToken cancel)
    {
        var unseen = _filter.UnseenFolders();
        if (unseen.Count == 0)
        {
            return;
        }

        var folders = new NamePatterns(unseen.ToArray());
        await foreach (var folder in client.ListFoldersAsync(cancel).ConfigureAwait(false))
        {
            folders.Fit(folder.FullPath.Trim('/'));
        }

        _missingFolders = folders.Missing(Core.Diagnostics.ErrorCode.ItemNotFound, "folder");
    }
}
