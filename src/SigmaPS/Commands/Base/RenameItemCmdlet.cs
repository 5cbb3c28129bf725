using System.Management.Automation;
using SigmaPS.Binding;
using SigmaPS.Mapping;
using SigmaPS.Workflows;

namespace SigmaPS.Commands;

/// <summary>A cmdlet that plans a rename over all models that read an item.</summary>
public abstract class RenameItemCmdlet : ReleasePlanCmdlet
{
    /// <summary>The data model by name, ID or address.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(Completion.ModelNameCompleter))]
    public string? DataModel { get; set; }

    /// <summary>The element's display name or ID.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(Completion.LiveElementCompleter))]
    public string? Element { get; set; }

    /// <summary>The new display name.</summary>
    [Parameter(Position = 3)]
    public string? NewName { get; set; }

    /// <summary>A folder of model files to rename in, instead of live models; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = "Path")]
    [SupportsWildcards]
    public string? Path { get; set; }

    /// <summary>The folder of model files, taken literally.</summary>
    [Parameter(ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    public string? LiteralPath { get; set; }

    /// <summary>The kind of the item.</summary>
    private protected abstract Core.Spec.Edit.RenameKind Kind { get; }

    /// <summary>The item in the element; empty for the element itself.</summary>
    private protected abstract string Item { get; }

    /// <summary>Whether the old name stays until its consumers have changed.</summary>
    private protected virtual bool IsSafe => false;

    /// <inheritdoc/>
    private protected override void Begin()
    {
        // Files need no session, and files from the pipeline come later.
        if (ParameterSetName == "Live" && !MyInvocation.ExpectingInput)
        {
            base.Begin();
        }
    }

    /// <inheritdoc/>
    private protected override void Process() => Run(DataModel, () =>
    {
        var item = new Core.Spec.Edit.ItemRename(Kind, Needed(Element, nameof(Element)), Item, Needed(NewName, nameof(NewName)));
        var rename = new Core.Release.RenameRequest(Needed(DataModel, nameof(DataModel)), item) { IsSafe = IsSafe };
        if (ParameterSetName == "Live")
        {
            if (Current is null)
            {
                base.Begin();
            }

            PlanLive(rename);
            return;
        }

        var folder = ModelFolder((LiteralPath ?? Path)!, LiteralPath is not null);
        var environment = Core.Release.ReleaseEnvironment.OfSession(RenamePlans.Environment, "");
        Write(Core.Release.FileRenamePlanner.Plan(new Core.Release.ReleaseRequest(folder, environment), rename with { Files = folder }));
    });

    /// <summary>Checks that a required parameter has a value.</summary>
    private protected static string Needed(string? value, string parameter) =>
        string.IsNullOrEmpty(value) ? throw CommandErrors.MissingParameter(parameter) : value!;

    private void PlanLive(Core.Release.RenameRequest rename)
    {
        var usage = UsageGate.Open(this, Current, AllowBreak, RequireCompleteUsage, MaxUsageRequests, IndexPath);
        var protections = new Core.Writing.WriteProtections
        {
            AllowUnrepresented = AllowUnrepresented,
            SkipValidation = SkipValidation,
            AllowedRules = RuleIds.Read(AllowIssue, nameof(AllowIssue)),
        };
        var request = RenamePlans.Request(this, Current, usage, protections, null);
        var save = SavePath is null ? null : PathResolver.ResolvePath(this, SavePath, nameof(SavePath));
        RunWithClient(DataModel, async (client, pipeline, cancel) =>
        {
            usage.With(client, pipeline);
            var plan = await Core.Release.RenamePlanner.PlanAsync(client, request, rename, cancel).ConfigureAwait(false);
            var owners = await RenamePlans.OwnersAsync(client, plan, cancel).ConfigureAwait(false);
            foreach (var note in plan.Notes)
            {
                client.Log.Warning(note);
            }

            if (save is not null)
            {
                Core.Release.PlanFile.Write(save, Core.Release.PlanSnapshot.FromPlan(plan));
            }

            await pipeline.WriteAsync(OutputMapper.ToPlan(plan, Current, client.Now, owners)).ConfigureAwait(false);
        });
    }

    private void Write(Core.Release.ReleasePlan plan)
    {
        foreach (var note in plan.Notes)
        {
            WriteVerbose(SafeText.Line(note));
        }

        if (SavePath is not null)
        {
            Core.Release.PlanFile.Write(
                PathResolver.ResolvePath(this, SavePath, nameof(SavePath)),
                Core.Release.PlanSnapshot.FromPlan(plan));
        }

        WriteObject(OutputMapper.ToPlan(plan, null, System.DateTimeOffset.UtcNow));
    }
}
