using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using SigmaPS.Binding;
using SigmaPS.Mapping;

namespace SigmaPS.Commands;

/// <summary>Get-SigmaFile: gets files, folders and workspaces.</summary>
[Cmdlet(VerbsCommon.Get, "SigmaFile", DefaultParameterSetName = "List")]
[OutputType(typeof(SigmaFile))]
public sealed class GetSigmaFileCommand : LookupCmdlet
{
    /// <summary>The IDs of single files.</summary>
    [Parameter(ParameterSetName = "Id", Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string? Id { get; set; }

    /// <summary>Names or wildcard patterns.</summary>
    [Parameter(ParameterSetName = "List")]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <summary>Sigma's names of the types to list: folder, workspace, data-model, workbook and others.</summary>
    [Parameter(ParameterSetName = "List")]
    [ArgumentCompleter(typeof(Completion.FileTypeCompleter))]
    public string[]? Type { get; set; }

    /// <summary>The folder to list.</summary>
    [Parameter(ParameterSetName = "List")]
    [Alias("FolderPath")]
    [ArgumentCompleter(typeof(Completion.FolderPathCompleter))]
    public string? FolderId { get; set; }

    /// <summary>Includes subfolders.</summary>
    [Parameter(ParameterSetName = "List")]
    public SwitchParameter Recurse { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (ParameterSetName == "Id")
        {
            RunWithClient(Id, async (client, pipeline, cancel) =>
            {
                var id = RequireValue(Id, CommandErrors.NoFile);
                await pipeline
                    .WriteAsync(OutputMapper.ToFile(await client.GetFileAsync(id, cancel).ConfigureAwait(false)))
                    .ConfigureAwait(false);
            });
            return;
        }

        // The service filters by a part of the name, and does not support patterns.
        var names = new NamePatterns(Name);
        var part = Name is { Length: 1 } one ? new NameOrPattern(one[0]).Name : null;
        var isComplete = false;
        var isEmpty = true;
        RunWithClient(FolderId, async (client, pipeline, cancel) =>
        {
            var folder = await FolderIdAsync(client, FolderId, cancel).ConfigureAwait(false);
            await WriteListAsync(List(part), pipeline, entry =>
            {
                isEmpty = false;
                return names.Fit(entry.Name) ? OutputMapper.ToFile(entry) : null;
            }, cancel).ConfigureAwait(false);
            if (part is not null && names.Missing(Core.Diagnostics.ErrorCode.ItemNotFound, "file").Count > 0)
            {
                // The filtered list does not contain the other existing names.
                var all = await List(null).ToListAsync(cancel).ConfigureAwait(false);
                names.See(all.Select(entry => entry.Name));
            }

            if (isEmpty && folder is not null)
            {
                // An empty folder is not an error; a missing folder is.
                await client.GetFileAsync(folder, cancel).ConfigureAwait(false);
            }

            isComplete = true;
            IAsyncEnumerable<Core.Api.FileEntry> List(string? name) =>
                client.ListFilesAsync(name, Type ?? Array.Empty<string>(), folder, folder is not null && !Recurse, cancel);
        });
        if (isComplete)
        {
            ReportMissing(names.Missing(Core.Diagnostics.ErrorCode.ItemNotFound, "file"));
        }
    }
}
