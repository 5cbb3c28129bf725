using System.Collections.Generic;
using System.Management.Automation;
using System.Threading.Tasks;
using SigmaPS.Binding;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;

namespace SigmaPS.Workflows;

/// <summary>Runs an export: plan, confirm and write per model, then write the index and report missing models.</summary>
internal sealed class ExportWorkflow
{
    private readonly PSCmdlet _cmdlet;
    private readonly SigmaSession? _session;
    private readonly Core.Files.ExportFolder _folder;
    private readonly Core.Spec.SpecFormat _format;
    private readonly bool _contentOnly;
    private readonly bool _passThru;
    private readonly bool _overwriteEdited;
    private readonly bool? _namesSchema;
    private readonly SortedDictionary<int, string> _missing = new();
    private int _asked;
    private bool _wrote;

    public ExportWorkflow(
        PSCmdlet cmdlet,
        SigmaSession? session,
        string? folder,
        SpecFileFormat format,
        bool contentOnly,
        bool passThru,
        bool overwriteEdited,
        bool? namesSchema)
    {
        _cmdlet = cmdlet;
        _session = session;
        _format = format == SpecFileFormat.Yaml ? Core.Spec.SpecFormat.Yaml : Core.Spec.SpecFormat.Json;
        _contentOnly = contentOnly;
        _passThru = passThru;
        _overwriteEdited = overwriteEdited;
        _namesSchema = namesSchema;
        _folder = Core.Files.ExportFolder.Open(
            PathResolver.ResolvePath(cmdlet, folder ?? throw WorkflowErrors.NoDestination(), "DestinationPath"),
            session?.OrganizationId ?? "");
    }

    /// <summary>Adds a model, which counts as missing until its file is up to date.</summary>
    public ExportItem Take(string? dataModelId, object? given, Core.Diagnostics.ILog log)
    {
        var item = ExportItem.FromInput(_asked++, dataModelId, given, log);
        _missing.Add(item.Place, item.Label);
        return item;
    }

    /// <summary>Writes one model's file if it differs. If that fails, the model stays missing and its error is thrown.</summary>
    public async Task WriteAsync(ExportItem item, Core.Spec.SpecDocument document, IDispatcher pipeline)
    {
        var plan = _folder.Plan(
            document,
            _format,
            _contentOnly,
            item.Origin?.DataModelId,
            item.Origin?.BaseVersion ?? 0,
            item.Origin?.Organization,
            _overwriteEdited,
            _namesSchema);
        if (await PutAsync(plan, document.Name, pipeline).ConfigureAwait(false) && _passThru)
        {
            await pipeline.WriteAsync(OutputMapper.ToExport(plan, document.Name)).ConfigureAwait(false);
        }

        _missing.Remove(item.Place);
    }

    private async Task<bool> PutAsync(Core.Files.ExportPlan plan, string? name, IDispatcher pipeline)
    {
        if (plan.ForeignFile is { } foreign)
        {
            pipeline.Post(() => _cmdlet.WriteWarning(
                $"The index of the folder records '{foreign}' for \"{SafeText.Line(name)}\", but that file is not a spec of this data "
                    + "model. The export does not change the file."));
        }

        if (plan.Status == Core.Files.ExportStatus.Kept)
        {
            return await pipeline.InvokeAsync(() => Warn(plan, name)).ConfigureAwait(false);
        }

        if (!plan.Touches)
        {
            _folder.Remember(plan);
            _wrote |= !await pipeline.InvokeAsync(() => WritePreview.IsWhatIf(_cmdlet)).ConfigureAwait(false);
            return true;
        }

        if (
            !await pipeline
                .InvokeAsync(() => _cmdlet.ShouldProcess(plan.Path, "Write the spec of \"" + SafeText.Line(name) + "\""))
                .ConfigureAwait(false))
        {
            return false;
        }

        _folder.Write(plan);
        return _wrote = true;
    }

    private bool Warn(Core.Files.ExportPlan plan, string? name)
    {
        _cmdlet.WriteWarning(
            $"The file '{plan.Path}' was kept, and \"{SafeText.Line(name)}\" was not exported: the file has edits, or the index does not "
                + "confirm that an export wrote it. To replace it, add -OverwriteEdited."
        );
        return true;
    }

    /// <summary>Writes the index as the last step, and reports missing models.</summary>
    /// <exception cref="Core.Diagnostics.SigmaEngineException">Not every model is in the folder.</exception>
    public void Close()
    {
        if (_wrote)
        {
            _folder.Close();
        }

        if (_missing.Count > 0)
        {
            throw WorkflowErrors.ExportIncomplete(_missing.Values, _asked, _session);
        }
    }
}
