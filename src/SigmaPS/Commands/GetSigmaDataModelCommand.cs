using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Binding;
using SigmaPS.Mapping;

namespace SigmaPS.Commands;

/// <summary>Whose data models are listed.</summary>
public enum ModelScope
{
    /// <summary>Those the owner of the credentials may see.</summary>
    Individual,

    /// <summary>All of the organisation, which an admin may ask for.</summary>
    Organization,
}

/// <summary>Get-SigmaDataModel: lists data models page by page, or gets single ones by id.</summary>
[Cmdlet(VerbsCommon.Get, "SigmaDataModel", DefaultParameterSetName = "List")]
[OutputType(typeof(DataModel))]
public sealed class GetSigmaDataModelCommand : SigmaBulkCmdlet
{
    private DataModelFilter _filter = null!;
    private IReadOnlyList<Core.Diagnostics.SigmaEngineException> _missingFolders = Array.Empty<Core.Diagnostics.SigmaEngineException>();

    /// <summary>UUID, short id or address of one data model.</summary>
    [Parameter(ParameterSetName = "Id", Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [DataModelId]
    [ArgumentCompleter(typeof(Completion.ModelIdCompleter))]
    public string? DataModelId { get; set; }

    /// <summary>Names; each is taken literally first, then as a wildcard pattern.</summary>
    [Parameter(ParameterSetName = "List")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(Completion.ModelNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Folders, as Path shows them; models in folders below are included. Wildcards are allowed.</summary>
    [Parameter(ParameterSetName = "List")]
    [SupportsWildcards]
    public string[]? FolderPath { get; set; }

    /// <summary>The owner, by member id or e-mail address.</summary>
    [Parameter(ParameterSetName = "List")]
    public string? Owner { get; set; }

    /// <summary>Only models changed after this moment.</summary>
    [Parameter(ParameterSetName = "List")]
    public DateTimeOffset? UpdatedAfter { get; set; }

    /// <summary>Also models in the trash.</summary>
    [Parameter(ParameterSetName = "List")]
    public SwitchParameter IncludeArchived { get; set; }

    /// <summary>Whose models: Individual (what the owner of the credentials may see) or Organization (all; for admins).</summary>
    [Parameter(ParameterSetName = "List")]
    public ModelScope Scope { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (ParameterSetName == "Id")
        {
            // The next item changes the property while this one is still being read.
            var given = DataModelId ?? "";
            Enqueue(given, async (client, output, cancel) =>
                await output.WriteAsync(OutputMapper.ToDataModel(await client.GetDataModelAsync(Core.Spec.DataModelId.Parse(given), cancel).ConfigureAwait(false))).ConfigureAwait(false));
            return;
        }

        _filter = new DataModelFilter(Name, FolderPath, UpdatedAfter, IncludeArchived);
        var complete = false;
        RunWithClient(null, async (client, pipeline, cancel) =>
        {
            var owners = Owner is null ? null : await MemberResolver.ResolveAsync(client, Owner, cancel).ConfigureAwait(false);
            await client.ListDataModelsAsync(Scope == ModelScope.Organization, async page =>
            {
                foreach (var model in _filter.Pick(page, owners))
                {
                    await pipeline.WriteAsync(model).ConfigureAwait(false);
                }

                return true;
            }, cancel).ConfigureAwait(false);
            foreach (var model in _filter.Held())
            {
                await pipeline.WriteAsync(model).ConfigureAwait(false);
            }

            complete = true;
        });

        // Only a list that came to its end can show that a name is missing.
        if (complete)
        {
            ReportMissing(_filter.Missing(Scope == ModelScope.Individual ? " among those that the owner of the credentials may see" : ""));
            RunWithClient(null, (client, _, cancel) => CheckFoldersAsync(client, cancel));
            ReportMissing(_missingFolders);
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
        await client.ListFilesAsync(null, new[] { "folder" }, null, false, See, cancel).ConfigureAwait(false);
        await client.ListFilesAsync(null, new[] { "workspace" }, null, false, See, cancel).ConfigureAwait(false);
        _missingFolders = folders.Missing(Core.Diagnostics.ErrorCode.ItemNotFound, "folder");

        Task<bool> See(IReadOnlyList<Core.Api.FileEntry> page)
        {
            foreach (var folder in page)
            {
                folders.Fit(folder.FullPath.Trim('/'));
            }

            return Task.FromResult(true);
        }
    }
}
