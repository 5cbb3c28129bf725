using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Binding;
using SigmaPS.Mapping;

namespace SigmaPS.Commands;

/// <summary>Get-SigmaDataModelSpec: gets the complete spec of a data model.</summary>
[Cmdlet(VerbsCommon.Get, "SigmaDataModelSpec")]
[OutputType(typeof(SpecNode), typeof(string))]
public sealed class GetSigmaDataModelSpecCommand : SigmaBulkCmdlet
{
    /// <summary>The data model: its UUID, short ID, address or name.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [DataModelId]
    [ArgumentCompleter(typeof(Completion.ModelIdCompleter))]
    public string? DataModelId { get; set; }

    /// <summary>An older version; the default is the latest published one.</summary>
    [Parameter]
    [ValidateRange(1, long.MaxValue)]
    [ArgumentCompleter(typeof(Completion.VersionCompleter))]
    public long? DocumentVersion { get; set; }

    /// <summary>Returns the exact text that Sigma sent, instead of an object.</summary>
    [Parameter]
    public SwitchParameter AsJson { get; set; }

    /// <summary>Returns the spec as YAML text.</summary>
    [Parameter]
    public SwitchParameter AsYaml { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        // Copy the value, because the next item changes the property while this one is still being read.
        var given = DataModelId;
        Enqueue(given, async (client, output, cancel) =>
            await output.WriteAsync(await ReadAsync(given, client, cancel).ConfigureAwait(false)).ConfigureAwait(false));
    }

    private async Task<object> ReadAsync(string? given, Core.Api.SigmaClient client, CancellationToken cancel)
    {
        var id = await Models
            .ResolveAsync(
                client,
                LookupCmdlet.RequireValue(given, CommandErrors.NoModel),
                cancel)
            .ConfigureAwait(false);
        if (AsJson && !AsYaml)
        {
            return (await client.GetSpecTextAsync(id, DocumentVersion, cancel).ConfigureAwait(false)).Text;
        }

        var spec = await client.GetSpecAsync(id, DocumentVersion, cancel).ConfigureAwait(false);
        return AsYaml
            ? Core.Spec.SpecFile.Text(spec.Document.Root, Core.Spec.SpecFormat.Yaml)
            : SpecConverter.Read(spec, id, Current);
    }
}
