using System.Linq;
using System.Management.Automation;
using SigmaPS.Binding;
using SigmaPS.Mapping;
using SigmaPS.Workflows;

namespace SigmaPS.Commands;

/// <summary>Publish-SigmaReleasePlan: publishes a plan, after a check that it is not stale.</summary>
[Cmdlet(
    VerbsData.Publish,
    "SigmaReleasePlan",
    DefaultParameterSetName = "Plan",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(WriteResult))]
public sealed class PublishSigmaReleasePlanCommand : ReleaseCmdlet
{
    private bool _hasSession;

    /// <summary>The plan.</summary>
    [Parameter(ParameterSetName = "Plan", Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject")]
    public object? Plan { get; set; }

    /// <summary>A plan that was saved with -SavePath; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = "Path")]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>A plan that was saved with -SavePath, taken literally.</summary>
    [Parameter(ParameterSetName = "LiteralPath")]
    [Alias("PSPath", "FullName")]
    public string[]? LiteralPath { get; set; }

    /// <summary>The folder of models, if its path differs from the plan's.</summary>
    [Parameter]
    public string? ModelPath { get; set; }

    /// <summary>The reaction to a failed model, independent of the error preference.</summary>
    [Parameter]
    public OnError OnError { get; set; }

    /// <summary>Archives the models that are live in the environment's folder and not in the folder of files.</summary>
    [Parameter]
    public SwitchParameter Prune { get; set; }

    /// <summary>A tag for every model of the plan that equals its file afterwards.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(Completion.OrganizationTagCompleter))]
    public string? Tag { get; set; }

    /// <summary>The folder for the run record and the backups; the default is .sigma/runs in the folder of models.</summary>
    [Parameter]
    public string? RunPath { get; set; }

    /// <summary>Overwrites edits by hand.</summary>
    [Parameter]
    public SwitchParameter IgnoreConflict { get; set; }

    /// <summary>Allows the publish to remove pages, elements, columns, metrics, relationships, filters or securities.</summary>
    [Parameter]
    public SwitchParameter AllowRemoval { get; set; }

    /// <summary>Allows replacing models that contain elements which a spec cannot represent.</summary>
    [Parameter]
    public SwitchParameter AllowUnrepresented { get; set; }

    /// <summary>Allows the publish although it certainly breaks consumers.</summary>
    [Parameter]
    public SwitchParameter AllowBreak { get; set; }

    /// <summary>Refuses the write if possible consumers exist, or if documents could not be checked.</summary>
    [Parameter]
    public SwitchParameter RequireCompleteUsage { get; set; }

    /// <summary>The largest number of requests to bring the usage index up to date.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int MaxUsageRequests { get; set; } = UsageGate.DefaultRequests;

    /// <summary>The folder for the usage index; the default is the user's cache folder.</summary>
    [Parameter]
    public string? IndexPath { get; set; }

    /// <summary>Publishes content with errors.</summary>
    [Parameter]
    public SwitchParameter SkipValidation { get; set; }

    /// <summary>Ignores errors of these rules; all other rules stay on.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(Completion.RuleCompleter))]
    public string[]? AllowIssue { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (FileArgument.PathOf(Plan) is { } saved)
        {
            Run(saved, () => Publish(Core.Release.PlanFile.Read(saved)));
            return;
        }

        if (ParameterSetName == "Plan")
        {
            Run(Plan, () => Publish(ReleasePlanReader.Read(Plan ?? throw CommandErrors.NoPlan())));
            return;
        }

        var literal = ParameterSetName == "LiteralPath";
        Run(null, () =>
        {
            foreach (var path in PathResolver.RequireValue(literal ? LiteralPath : Path, literal))
            {
                Run(path, () =>
                {
                    foreach (var file in PathResolver.Resolve(this, new[] { path }, literal))
                    {
                        Run(file, () => Publish(Core.Release.PlanFile.Read(file)));
                    }
                });
            }
        });
    }

    // A plan over files needs no session, but the plan is known only when it is piped in.
    private protected override void Begin()
    {
        if (OpenSession is not null)
        {
            base.Begin();
            _hasSession = true;
        }
    }

    private void Publish(Core.Release.PlanSnapshot plan)
    {
        var facts = plan.ForPublish(Prune);
        if (facts.Rename?.Files is { } files)
        {
            var written = FileRenameWorkflow.Publish(this, facts, ModelFolder(ModelPath ?? files, literal: true));
            written.ToList().ForEach(WriteObject);
            return;
        }

        if (!_hasSession)
        {
            base.Begin();
            _hasSession = true;
        }

        if (facts.Rename is { } rename)
        {
            PublishRename(facts, rename);
            return;
        }

        var folder = ModelPath is null
            ? ModelFolder(facts.Folder, literal: true)
            : ModelFolder(ModelPath, literal: true, nameof(ModelPath));
        var usage = UsageGate.Open(this, Current, AllowBreak, RequireCompleteUsage, MaxUsageRequests, IndexPath);
        var request = new Core.Release.ReleaseRequest(folder, ReadEnvironment(folder, facts.Environment, facts.EnvironmentFile))
        {
            Host = Current.BaseUrl,
            Organization = Current.OrganizationId,
            UserId = Current.UserId,

            // A plan object contains escaped names; a saved plan contains the original ones.
            Picks = name => facts.Names(name) || facts.Names(SafeText.Line(name)),
            NeedsFile = file => facts.Models.Any(model => model.File == file),
            Protections = Protections,
            CustomFunctions = CustomFunctions.ForFolder(folder),
            Consumers = usage.Check,
            Prunes = Prune,
            Tag = GivenTag,
            HasFailedRehearsal = name =>
                facts.Models.Any(model => model.HasFailedRehearsal && (model.Name == name || model.Name == SafeText.Line(name))),
        };
        RunWithPlan(facts, usage, folder, (client, pipeline, cancel) => PlanAsync(request, client, pipeline, cancel));
    }

    private Core.Writing.WriteProtections Protections => new()
    {
        IgnoreConflict = IgnoreConflict,
        AllowRemoval = AllowRemoval,
        AllowUnrepresented = AllowUnrepresented,
        SkipValidation = SkipValidation,
        AllowedRules = RuleIds.Read(AllowIssue, nameof(AllowIssue)),
    };

    private string? GivenTag => string.IsNullOrWhiteSpace(Tag) ? null : Tag;

    private void PublishRename(Core.Release.PlanSnapshot facts, Core.Release.RenameRequest rename)
    {
        var usage = UsageGate.Open(this, Current, AllowBreak, RequireCompleteUsage, MaxUsageRequests, IndexPath);
        var request = RenamePlans.Request(this, Current, usage, Protections, GivenTag);
        RunWithPlan(facts, usage, null, (client, _, cancel) => Core.Release.RenamePlanner.PlanAsync(client, request, rename, cancel));
    }

    private void RunWithPlan(
        Core.Release.PlanSnapshot facts,
        UsageGate usage,
        string? folder,
        System.Func<
            Core.Api.SigmaClient,
            Pipeline.IDispatcher,
            System.Threading.CancellationToken,
            System.Threading.Tasks.Task<Core.Release.ReleasePlan>
        > plan)
    {
        var runs = RunPath is null ? null : PathResolver.ResolvePath(this, RunPath, nameof(RunPath));
        if (runs is not null && folder is not null && Core.Files.SpecFolder.Covers(folder, runs))
        {
            throw CommandErrors.RunsAmongModels(runs);
        }

        var flow = new PublishWorkflow(this, Current, OnError == OnError.Stop, Prune, runs, GivenTag);
        RunWithClient(facts.Environment, async (client, pipeline, cancel) =>
        {
            usage.With(client, pipeline);
            await flow.PublishAsync(facts, await plan(client, pipeline, cancel).ConfigureAwait(false), pipeline, cancel)
                .ConfigureAwait(false);
        });
        if (flow.Failure is { } failure)
        {
            Report(failure, flow.Failed);
        }

        flow.Warn();
    }
}
