using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Cmdlets;

/// <summary>An export from the cmdlet's side: read, ask, write, and in the end the index and the truth about what is missing.</summary>
internal sealed class ExportFlow
{
    private readonly PSCmdlet _cmdlet;
    private readonly SigmaSession _session;
    private readonly Core.Spec.Files.ExportFolder _folder;
    private readonly Core.Spec.Files.SpecFormat _format;
    private readonly bool _contentOnly;
    private readonly bool _passThru;
    private readonly List<string> _missing = new();
    private int _asked;
    private bool _wrote;

    public ExportFlow(PSCmdlet cmdlet, SigmaSession session, string? folder, SpecFileFormat format, bool contentOnly, bool passThru)
    {
        _cmdlet = cmdlet;
        _session = session;
        _format = format == SpecFileFormat.Yaml ? Core.Spec.Files.SpecFormat.Yaml : Core.Spec.Files.SpecFormat.Json;
        _contentOnly = contentOnly;
        _passThru = passThru;
        _folder = Core.Spec.Files.ExportFolder.Open(
            SpecFiles.Folder(cmdlet, folder ?? throw new Core.Api.SigmaFaultException(Core.Api.FaultKind.InvalidArgument, "Say where to write: -DestinationPath, a folder.")),
            session.OrganizationId);
    }

    /// <summary>Exports one model; what fails is counted, and its error goes on its way.</summary>
    public async Task ExportAsync(string? dataModelId, object? given, Core.Api.SigmaClient client, IPipeline pipeline, CancellationToken cancel)
    {
        _asked++;
        var place = _missing.Count;
        _missing.Add("an object");

        // On the pipeline thread: a user's object may have script properties, and added members are seen only where the runspace is.
        var isSpec = given is not null && await pipeline.AskAsync(() => SpecObjects.LooksLikeSpec(given)).ConfigureAwait(false);
        var id = dataModelId ?? (given is null || isSpec ? null : await pipeline.AskAsync(() => SpecObjects.NamedId(given)).ConfigureAwait(false));
        _missing[place] = id ?? "a spec";
        var document = isSpec
            ? await pipeline.AskAsync(() => SpecObjects.ToDocument(given!, client.Log)).ConfigureAwait(false)
            : await ReadAsync(id, client, cancel).ConfigureAwait(false);
        var origin = isSpec ? SpecObjects.OriginOf(given!) : null;
        var plan = _folder.Plan(document, _format, _contentOnly, origin?.DataModelId, origin?.BaseVersion ?? 0, origin?.Organization);
        if (await PutAsync(plan, document.Name, pipeline).ConfigureAwait(false) && _passThru)
        {
            await pipeline.WriteAsync(Map.ToExport(plan, document.Name)).ConfigureAwait(false);
        }

        _missing.RemoveAt(place);
    }

    private async Task<bool> PutAsync(Core.Spec.Files.ExportPlan plan, string? name, IPipeline pipeline)
    {
        if (!plan.Touches)
        {
            _folder.Remember(plan);
            _wrote |= !await pipeline.AskAsync(() => WritePreview.IsWhatIf(_cmdlet)).ConfigureAwait(false);
            return true;
        }

        if (!await pipeline.AskAsync(() => _cmdlet.ShouldProcess(plan.Path, "Write the spec of \"" + SafeText.Line(name) + "\"")).ConfigureAwait(false))
        {
            return false;
        }

        _folder.Write(plan);
        return _wrote = true;
    }

    /// <summary>Writes the index, the last thing of all, and says what is missing.</summary>
    /// <exception cref="Core.Api.SigmaFaultException">Not every model is in the folder.</exception>
    public void Close()
    {
        if (_wrote)
        {
            _folder.Close();
        }

        if (_missing.Count > 0)
        {
            throw new Core.Api.SigmaFaultException(Core.Api.FaultKind.ExportIncomplete, $"{_asked - _missing.Count} of {_asked} data models were exported from {_session}; missing: {string.Join(", ", _missing.Take(10))}{(_missing.Count > 10 ? ", …" : "")}. Their errors stand above; files of earlier exports are as they were.");
        }
    }

    private static async Task<Core.Spec.SpecDocument> ReadAsync(string? dataModelId, Core.Api.SigmaClient client, CancellationToken cancel)
    {
        var id = Core.Api.DataModelId.Parse(dataModelId ?? throw new Core.Api.SigmaFaultException(Core.Api.FaultKind.InvalidArgument, "Say which data models: pipe them in, or use -DataModelId."));
        var answer = await client.GetSpecAsync(id, null, cancel).ConfigureAwait(false);
        return Core.Spec.SpecDocument.Parse(answer.Text, $"Sigma's answer for data model {id}");
    }
}
