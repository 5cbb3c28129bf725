using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Binding;
using SigmaPS.Pipeline;

namespace SigmaPS.Workflows;

/// <summary>Runs a write: prepare, refuse or confirm, apply, rename, report.</summary>
internal sealed class SpecWriteWorkflow
{
    private readonly PSCmdlet _cmdlet;
    private readonly SigmaSession _session;
    private readonly WriteReporter _reporter;
    private readonly Dictionary<string, string> _written = new();
    private readonly WriteSummary _tally = new();
    private readonly UsageGate _usage;
    private Core.Diagnostics.SigmaEngineException? _counted;
    private string _name = "";
    private string? _id;

    public SpecWriteWorkflow(PSCmdlet cmdlet, SigmaSession session, bool passThru, UsageGate usage)
    {
        _usage = usage;
        _cmdlet = cmdlet;
        _session = session;
        _reporter = new WriteReporter(session, passThru);
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
    public async Task WriteAsync(
        SpecInput input,
        Func<SpecInput, Core.Spec.SpecDocument, Core.Writing.SpecWriteRequest> toRequest,
        Core.Api.SigmaClient client,
        IDispatcher pipeline,
        CancellationToken cancel)
    {
        var noted = _tally.Count;
        (_name, _id) = (input.Label, null);
        _reporter.Begin();
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
                await _reporter.ReportFailureAsync(_id, _name, e, pipeline).ConfigureAwait(false);
            }

            throw;
        }
    }

    /// <summary>Counts an input that failed before the write, for example a missing file or an unreadable version.</summary>
    /// <param name="error">The error.</param>
    /// <param name="target">The input.</param>
    public void RecordFailure(Core.Diagnostics.SigmaEngineException error, object? target)
    {
        if (!ReferenceEquals(error, _counted))
        {
            _tally.Failed(target?.ToString() ?? "an input", error.Kind);
        }
    }

    private async Task WriteOneAsync(
        SpecInput input,
        Func<SpecInput, Core.Spec.SpecDocument, Core.Writing.SpecWriteRequest> toRequest,
        Core.Api.SigmaClient client,
        IDispatcher pipeline,
        CancellationToken cancel)
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
            _reporter.Owners ??= await Core.Api.MemberLookup.AllNamesAsync(client, cancel).ConfigureAwait(false);
        }

        var whatIf = await pipeline.InvokeAsync(() => WritePreview.IsWhatIf(_cmdlet)).ConfigureAwait(false);
        if (plan.Refusals.Count > 0 && !whatIf)
        {
            _tally.Refused(plan, "refused");
            await _reporter.ReportAsync(plan, null, named: false, pipeline, refused: true).ConfigureAwait(false);
            throw plan.Refusal();
        }

        if (!plan.SendsContent && !plan.Renames)
        {
            pipeline.Post(() =>
                WritePreview.NothingToDo(_cmdlet, request.DataModelId, plan.Name, WritePreview.Same(_cmdlet, plan), _session));
            await _reporter.ReportAsync(plan, null, named: false, pipeline).ConfigureAwait(false);
            _tally.Add(plan.Name, plan.Difference == Core.Writing.ContentDifference.Unchanged ? "unchanged" : "equivalent");
            return;
        }

        var sends = plan.SendsContent
            && await pipeline
                .InvokeAsync(() => WritePreview.ConfirmContent(_cmdlet, plan, _session, _reporter.Owners))
                .ConfigureAwait(false);
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

    private async Task FinishAsync(
        SpecInput input,
        Core.Writing.SpecWritePlan plan,
        Core.Writing.SpecWriteOutcome? outcome,
        bool renamed,
        Core.Writing.SpecWriter writer,
        IDispatcher pipeline,
        CancellationToken cancel)
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
            WriteReporter.Remember(input, plan, outcome, named);
            await _reporter.ReportAsync(plan, outcome, named, pipeline).ConfigureAwait(false);
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

    // A second, different spec for one model in a pipeline would silently undo the first.
    private void CheckTarget(string dataModelId, string pages)
    {
        if (_written.TryGetValue(dataModelId, out var first) && first != pages)
        {
            throw WorkflowErrors.TwoSpecs(dataModelId);
        }
    }
}
