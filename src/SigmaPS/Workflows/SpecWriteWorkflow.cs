using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Binding;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;

namespace SigmaPS.Workflows;

/// <summary>Runs a write: prepare, refuse or confirm, apply, rename, report.</summary>
internal sealed class SpecWriteWorkflow
{
    private readonly PSCmdlet _cmdlet;
    private readonly SigmaSession _session;
    private readonly bool _passThru;
    private readonly Dictionary<string, string> _written = new();
    private readonly WriteSummary _tally = new();
    private readonly UsageGate _usage;
    private IReadOnlyDictionary<string, string>? _owners;
    private Core.Diagnostics.SigmaEngineException? _counted;
    private string _name = "";
    private string? _id;
    private bool _told;

    public SpecWriteWorkflow(PSCmdlet cmdlet, SigmaSession session, bool passThru, UsageGate usage)
    {
        _usage = usage;
        _cmdlet = cmdlet;
        _session = session;
        _passThru = passThru;
    }

    /// <summary>Writes one closing sentence about many models; if one was refused or failed, it is also a warning.</summary>
    public void Summarize()
    {
        if (_tally.Count < 2)
        {
            return;
        }

        var sentence = SafeText.Line(_tally.ToString());
        _cmdlet.WriteInformation(sentence, new[] { WriteSummary.Tag });
        if (_tally.HasTrouble)
        {
            _cmdlet.WriteWarning(sentence);
        }
    }

    /// <summary>Writes one spec.</summary>
    public async Task WriteAsync(SpecInput input, Func<SpecInput, Core.Spec.SpecDocument, Core.Writing.SpecWriteRequest> toRequest, Core.Api.SigmaClient client, IDispatcher pipeline, CancellationToken cancel)
    {
        var noted = _tally.Count;
        (_name, _id, _told) = (input.Label, null, false);
        try
        {
            await WriteOneAsync(input, toRequest, client, pipeline, cancel).ConfigureAwait(false);
        }
        catch (Core.Diagnostics.SigmaEngineException e)
        {
            _counted = e;
            if (_tally.Count == noted)
            {
                _tally.Failed(_name, e.Kind);
                await ReportFailureAsync(e, pipeline).ConfigureAwait(false);
            }

            throw;
        }
    }

    /// <summary>Counts an input that failed before the write, for example a missing file or an unreadable version.</summary>
    /// <param name="fault">The error.</param>
    /// <param name="target">The input.</param>
    public void RecordFailure(Core.Diagnostics.SigmaEngineException fault, object? target)
    {
        if (!ReferenceEquals(fault, _counted))
        {
            _tally.Failed(target?.ToString() ?? "an input", fault.Kind);
        }
    }

    // The table of many models has one row per input, even if it failed.
    private async Task ReportFailureAsync(Core.Diagnostics.SigmaEngineException fault, IDispatcher pipeline)
    {
        if (_passThru && !_told && _id is { } id)
        {
            await pipeline.WriteAsync(new WriteResult(id)
            {
                Name = _name,
                Status = fault.Kind == Core.Diagnostics.ErrorCode.WriteOutcomeUnknown ? WriteStatus.Unknown : WriteStatus.Failed,
                RequestId = fault.RequestId,
                Organization = _session.OrganizationId,
            }).ConfigureAwait(false);
        }
    }

    private async Task WriteOneAsync(SpecInput input, Func<SpecInput, Core.Spec.SpecDocument, Core.Writing.SpecWriteRequest> toRequest, Core.Api.SigmaClient client, IDispatcher pipeline, CancellationToken cancel)
    {
        // Read on the pipeline thread: an object may have script properties, and only the runspace sees added members.
        var request = await pipeline.InvokeAsync(() => toRequest(input, input.Read(client.Log))).ConfigureAwait(false);
        (_name, _id) = (request.Document.Name ?? input.Label, request.DataModelId);
        var pages = Core.Files.ExportIndex.Fingerprint(request.Document);
        if (!request.IsMerged)
        {
            CheckTarget(request.DataModelId, pages);
        }

        var writer = new Core.Writing.SpecWriter(client);
        var plan = await writer.PrepareAsync(request with { Consumers = _usage.With(client, pipeline) }, cancel).ConfigureAwait(false);
        _name = plan.Name;
        if (plan.Impact.Consumers.Count > 0)
        {
            _owners ??= await Core.Api.MemberLookup.AllNamesAsync(client, cancel).ConfigureAwait(false);
        }

        var whatIf = await pipeline.InvokeAsync(() => WritePreview.IsWhatIf(_cmdlet)).ConfigureAwait(false);
        if (plan.Refusals.Count > 0 && !whatIf)
        {
            _tally.Refused(plan, "refused");
            await ReportAsync(plan, null, named: false, pipeline, refused: true).ConfigureAwait(false);
            throw plan.Refusal();
        }

        if (!plan.SendsContent && !plan.Renames)
        {
            pipeline.Post(() => WritePreview.NothingToDo(_cmdlet, request.DataModelId, plan.Name, WritePreview.Same(_cmdlet, plan), _session));
            await ReportAsync(plan, null, named: false, pipeline).ConfigureAwait(false);
            _tally.Add(plan.Name, plan.Difference == Core.Writing.ContentDifference.Unchanged ? "unchanged" : "equivalent");
            return;
        }

        var sends = plan.SendsContent && await pipeline.InvokeAsync(() => WritePreview.ConfirmContent(_cmdlet, plan, _session, _owners)).ConfigureAwait(false);
        var renames = plan.Renames && (sends || !plan.SendsContent || whatIf)
            && await pipeline.InvokeAsync(() => WritePreview.ConfirmRename(_cmdlet, plan, _session)).ConfigureAwait(false);
        if (sends || renames)
        {
            plan = await pipeline.InvokeAsync(() => WritePreview.Asks(_cmdlet)).ConfigureAwait(false) ? plan.Asked() : plan;
            var outcome = sends ? await writer.ApplyAsync(plan, cancel).ConfigureAwait(false) : null;
            _written[request.DataModelId] = pages;
            await FinishAsync(input, plan, outcome, renames, writer, pipeline, cancel).ConfigureAwait(false);
            _tally.Add(plan.Name, "updated");
        }
        else if (whatIf && plan.Refusals.Count > 0)
        {
            _tally.Refused(plan, "would be refused");
        }
        else if (whatIf)
        {
            _written[request.DataModelId] = pages;
            _tally.Add(plan.Name, "would be updated");
        }
        else
        {
            _tally.Add(plan.Name, "declined");
        }
    }

    private async Task FinishAsync(SpecInput input, Core.Writing.SpecWritePlan plan, Core.Writing.SpecWriteOutcome? outcome, bool renamed, Core.Writing.SpecWriter writer, IDispatcher pipeline, CancellationToken cancel)
    {
        var named = false;
        try
        {
            if (renamed)
            {
                await writer.RenameAsync(plan, cancel).ConfigureAwait(false);
                named = true;
            }

        }
        finally
        {
            // Write the result first, because a warning preference of Stop ends the command at the first warning.
            Remember(input, plan, outcome, named);
            await ReportAsync(plan, outcome, named, pipeline).ConfigureAwait(false);
            foreach (var finding in outcome?.Findings ?? Array.Empty<string>())
            {
                pipeline.Post(() => _cmdlet.WriteWarning(SafeText.Line($"\"{plan.Name}\": {finding}")));
            }

            if (UndoLine.OfWrite(plan, outcome, named) is { } undo)
            {
                pipeline.Post(() => UndoLine.Write(_cmdlet, undo));
            }
        }
    }

    private static void Remember(SpecInput input, Core.Writing.SpecWritePlan plan, Core.Writing.SpecWriteOutcome? outcome, bool named)
    {
        if (input.Given is { } given && outcome is { ContentSent: true })
        {
            SpecConverter.RecordWrite(given, plan.Request.DataModelId, plan.Request.Organization, outcome.ResultingVersion, outcome.ResultingText ?? plan.Request.Document.ToText());
        }

        if (input is { File: { } file, Index: { } entry } && outcome is { ContentSent: true, VersionAfter: not null })
        {
            Core.Files.ExportIndex.RecordWrite(file, entry, outcome.ResultingVersion, plan.Request.Document);
        }

        if (named && input.Given is { } same)
        {
            SpecConverter.Renamed(same, plan.NewName, plan.NewDescription);
        }
    }

    private async Task ReportAsync(Core.Writing.SpecWritePlan plan, Core.Writing.SpecWriteOutcome? outcome, bool named, IDispatcher pipeline, bool refused = false)
    {
        _told = true;
        if (_passThru)
        {
            var result = OutputMapper.ToResult(plan, outcome, named, _session.OrganizationId);
            result.Consumers = UsageMapper.ToUsages(plan.Impact, _owners);
            result.Status = refused ? WriteStatus.Refused : result.Status;
            result.Spec = outcome?.Spec is { } now ? SpecConverter.Read(now, plan.Request.DataModelId, _session) : null;
            if (named && result.Spec is { } spec)
            {
                spec.Set("name", plan.NewName ?? spec.Get("name"));
                spec.Set("description", plan.NewDescription ?? spec.Get("description"));
                SpecConverter.Renamed(spec, plan.NewName, plan.NewDescription);
            }

            await pipeline.WriteAsync(result).ConfigureAwait(false);
        }
    }

    // A second, different spec for one model in a pipeline would silently undo the first.
    private void CheckTarget(string dataModelId, string pages)
    {
        if (_written.TryGetValue(dataModelId, out var first) && first != pages)
        {
            throw new Core.Diagnostics.SigmaEngineException(
                Core.Diagnostics.ErrorCode.SpecDuplicateTarget,
                $"The pipeline contains two different specs for data model {dataModelId}; the second was not sent. "
                    + "Send one spec per model.")
            {
                Target = dataModelId,
            };
        }
    }
}
