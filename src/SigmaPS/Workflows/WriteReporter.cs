using System.Collections.Generic;
using System.Threading.Tasks;
using SigmaPS.Binding;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;

namespace SigmaPS.Workflows;

/// <summary>Writes the result of a write for -PassThru, and records the write on the object and in the index of its folder.</summary>
/// <param name="session">The session.</param>
/// <param name="passThru">Whether the user wants the results.</param>
internal sealed class WriteReporter(SigmaSession session, bool passThru)
{
    private bool _hasReported;

    /// <summary>The names of the owners of consumers; null if they were not read.</summary>
    public IReadOnlyDictionary<string, string>? Owners { get; set; }

    /// <summary>Begins the next write.</summary>
    public void Begin() => _hasReported = false;

    /// <summary>Writes the result of a write.</summary>
    /// <param name="plan">The write.</param>
    /// <param name="outcome">The outcome; null if the content was not sent.</param>
    /// <param name="named">Whether name or description was set.</param>
    /// <param name="pipeline">Receives the result.</param>
    /// <param name="refused">Whether the write was refused.</param>
    public async Task ReportAsync(
        Core.Writing.SpecWritePlan plan,
        Core.Writing.SpecWriteOutcome? outcome,
        bool named,
        IDispatcher pipeline,
        bool refused = false)
    {
        _hasReported = true;
        if (!passThru)
        {
            return;
        }

        var result = OutputMapper.ToResult(plan, outcome, named, session.OrganizationId);
        result.Consumers = UsageMapper.ToUsages(plan.Impact, Owners);
        result.Status = refused ? WriteStatus.Refused : result.Status;
        result.Spec = outcome?.Spec is { } now ? SpecConverter.Read(now, plan.Request.DataModelId, session) : null;
        if (named && result.Spec is { } spec)
        {
            spec.Set("name", plan.NewName ?? spec.Get("name"));
            spec.Set("description", plan.NewDescription ?? spec.Get("description"));
            SpecConverter.Renamed(spec, plan.NewName, plan.NewDescription);
        }

        await pipeline.WriteAsync(result).ConfigureAwait(false);
    }

    /// <summary>Writes the result of a write that failed, so that the table of many models has one row per input.</summary>
    /// <param name="id">The model; null if it is not known.</param>
    /// <param name="name">The name of the model.</param>
    /// <param name="error">The error.</param>
    /// <param name="pipeline">Receives the result.</param>
    public async Task ReportFailureAsync(string? id, string name, Core.Diagnostics.SigmaEngineException error, IDispatcher pipeline)
    {
        if (passThru && !_hasReported && id is not null)
        {
            await pipeline.WriteAsync(new WriteResult(id)
            {
                Name = name,
                Status = error.Kind == Core.Diagnostics.ErrorCode.WriteOutcomeUnknown ? WriteStatus.Unknown : WriteStatus.Failed,
                RequestId = error.RequestId,
                Organization = session.OrganizationId,
            }).ConfigureAwait(false);
        }
    }

    /// <summary>Records the new base version on the object and in the index.</summary>
    /// <param name="input">The source of the spec.</param>
    /// <param name="plan">The write.</param>
    /// <param name="outcome">The outcome; null if the content was not sent.</param>
    /// <param name="named">Whether name or description was set.</param>
    public static void Remember(
        SpecInput input,
        Core.Writing.SpecWritePlan plan,
        Core.Writing.SpecWriteOutcome? outcome,
        bool named)
    {
        var request = plan.Request;
        if (input.Given is { } given && outcome is { ContentSent: true })
        {
            var text = outcome.ResultingText ?? request.Document.ToText();
            SpecConverter.RecordWrite(given, request.DataModelId, request.Organization, outcome.ResultingVersion, text);
        }

        if (input is { File: { } file, Index: { } entry } && outcome is { ContentSent: true, VersionAfter: not null })
        {
            Core.Files.ExportIndex.RecordWrite(file, entry, outcome.ResultingVersion, request.Document);
        }

        if (named && input.Given is { } same)
        {
            SpecConverter.Renamed(same, plan.NewName, plan.NewDescription);
        }
    }
}
