using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Binding;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;
using SigmaPS.Workflows;

namespace SigmaPS.Commands;

/// <summary>New-SigmaReleasePlan: plans the publishing of a folder of models to an environment. It is read-only; -Rehearse creates
/// scratch models and removes them.</summary>
[Cmdlet(
    VerbsCommon.New,
    "SigmaReleasePlan",
    DefaultParameterSetName = "Path",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(ReleasePlan))]
public sealed class NewSigmaReleasePlanCommand : PlanningCmdlet
{
    private RehearsalWorkflow? _rehearsal;

    /// <summary>A file to save the plan to, for a later stage.</summary>
    [Parameter]
    public string? SavePath { get; set; }

    /// <summary>Plans to archive the models that are live in the environment's folder and not in the folder of files.</summary>
    [Parameter]
    public SwitchParameter Prune { get; set; }

    /// <summary>Plans to overwrite edits by hand.</summary>
    [Parameter]
    public SwitchParameter IgnoreConflict { get; set; }

    /// <summary>Plans removals without counting them as blockers.</summary>
    [Parameter]
    public SwitchParameter AllowRemoval { get; set; }

    /// <summary>Plans to replace models that contain elements which a spec cannot represent.</summary>
    [Parameter]
    public SwitchParameter AllowUnrepresented { get; set; }

    /// <summary>Plans changes that certainly break consumers without counting them as blockers.</summary>
    [Parameter]
    public SwitchParameter AllowBreak { get; set; }

    /// <summary>Blocks the plan if possible consumers exist, or if documents could not be checked.</summary>
    [Parameter]
    public SwitchParameter RequireCompleteUsage { get; set; }

    /// <summary>The largest number of requests to bring the usage index up to date.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int MaxUsageRequests { get; set; } = UsageGate.DefaultRequests;

    /// <summary>The folder for the usage index; the default is the user's cache folder.</summary>
    [Parameter]
    public string? IndexPath { get; set; }

    /// <summary>Plans content with errors without counting them as blockers.</summary>
    [Parameter]
    public SwitchParameter SkipValidation { get; set; }

    /// <summary>Ignores errors of these rules; all other rules stay on.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(Completion.RuleCompleter))]
    public string[]? AllowIssue { get; set; }

    /// <summary>Creates a scratch model of each model that would be written, and reports the columns that Sigma cannot compute.</summary>
    [Parameter]
    public SwitchParameter Rehearse { get; set; }

    /// <summary>The folder of the scratch models; the default is the environment's folder.</summary>
    [Parameter]
    [Alias("FolderPath")]
    [ArgumentCompleter(typeof(Completion.FolderPathCompleter))]
    public string? FolderId { get; set; }

    private Core.Writing.WriteProtections Protections => new()
    {
        IgnoreConflict = IgnoreConflict,
        AllowRemoval = AllowRemoval,
        AllowUnrepresented = AllowUnrepresented,
        SkipValidation = SkipValidation,
        AllowedRules = RuleIds.Read(AllowIssue, nameof(AllowIssue)),
    };

    private protected override Task CleanUp => _rehearsal?.CleanUp ?? Task.CompletedTask;

    /// <inheritdoc/>
    private protected override void Process() => Run(Environment, () =>
    {
        if (FolderId is not null && !Rehearse)
        {
            throw CommandErrors.NoRehearsalOfPlan();
        }

        var folder = NamedFolder;
        var environment = ReadEnvironment(folder, Environment);
        var usage = UsageGate.Open(this, Current, AllowBreak, RequireCompleteUsage, MaxUsageRequests, IndexPath);
        var request = new Core.Release.ReleaseRequest(folder, environment)
        {
            Host = Current.BaseUrl,
            Organization = Current.OrganizationId,
            UserId = Current.UserId,
            Picks = Picks(environment, Name),
            Selections = Selections(environment, Name),
            NeedsFile = _ => Name is null,
            Prunes = Prune,
            Protections = Protections,
            CustomFunctions = CustomFunctions.ForFolder(folder),
            Consumers = usage.Check,
        };
        var save = SavePath is null ? null : PathResolver.ResolvePath(this, SavePath, nameof(SavePath));
        RunWithClient(Environment, async (client, pipeline, cancel) =>
        {
            usage.With(client, pipeline);
            var plan = await PlanAsync(request, client, pipeline, cancel).ConfigureAwait(false);
            if (Rehearse)
            {
                await RehearseAsync(plan, client, pipeline, cancel).ConfigureAwait(false);
            }

            if (save is not null)
            {
                Core.Release.PlanFile.Write(save, Core.Release.PlanSnapshot.FromPlan(plan));
            }

            var owners = await RenamePlans.OwnersAsync(client, plan, cancel).ConfigureAwait(false);
            await pipeline.WriteAsync(OutputMapper.ToPlan(plan, Current, client.Now, owners)).ConfigureAwait(false);
        });
    });

    private async Task RehearseAsync(
        Core.Release.ReleasePlan plan,
        Core.Api.SigmaClient client,
        IDispatcher pipeline,
        CancellationToken cancel)
    {
        var names = Core.Release.ReleaseRehearsal.Concerned(plan).Select(item => $"\"{item.Name}\"").ToList();
        if (names.Count == 0)
        {
            client.Log.Verbose($"Nothing to rehearse: the plan for '{Environment}' does not write a model.");
            return;
        }

        _rehearsal = new RehearsalWorkflow(this, Current);
        var what = names.Count == 1 ? names[0] : $"each of {names.Count} models ({string.Join(", ", names)})";
        var folder = await FolderIdAsync(client, FolderId, cancel).ConfigureAwait(false) ?? plan.FolderId;
        if (await _rehearsal.BeginAsync(folder, what, client, pipeline, cancel).ConfigureAwait(false) is { } rehearsal)
        {
            await Core.Release.ReleaseRehearsal.AddAsync(plan, rehearsal, cancel).ConfigureAwait(false);
        }
    }
}
