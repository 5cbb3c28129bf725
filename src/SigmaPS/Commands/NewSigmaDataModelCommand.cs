using System.Linq;
using System.Management.Automation;
using SigmaPS.Binding;
using SigmaPS.Mapping;
using SigmaPS.Workflows;

namespace SigmaPS.Commands;

/// <summary>New-SigmaDataModel: makes a data model from a complete representation.</summary>
[Cmdlet(VerbsCommon.New, "SigmaDataModel", DefaultParameterSetName = "Spec", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(WriteResult))]
public sealed class NewSigmaDataModelCommand : SigmaSessionCmdlet
{
    private readonly Core.Writing.ExistingModels _known = new();

    /// <summary>The complete representation as an object.</summary>
    [Parameter(ParameterSetName = "Spec", Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject")]
    public object? Spec { get; set; }

    /// <summary>The complete representation as JSON text, whole or line by line.</summary>
    [Parameter(ParameterSetName = "Json")]
    [AllowEmptyString]
    public string[]? Json { get; set; }

    /// <summary>Files that hold complete representations; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = "Path")]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>Files that hold complete representations, taken literally.</summary>
    [Parameter(ParameterSetName = "LiteralPath")]
    [Alias("PSPath", "FullName")]
    public string[]? LiteralPath { get; set; }

    /// <summary>The new model's name; without it the one that the document says.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>The folder to make it in; without it My Documents of the credentials' owner.</summary>
    [Parameter]
    [Alias("FolderPath")]
    public string? FolderId { get; set; }

    /// <summary>Makes the model whatever is wrong with the spec.</summary>
    [Parameter]
    public SwitchParameter SkipValidation { get; set; }

    /// <summary>Lets the errors of these rules pass; all other rules stay on.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(Completion.RuleCompleter))]
    public string[]? AllowIssue { get; set; }

    /// <inheritdoc/>
    private protected override void Process() => new SpecParameterBinder(this, Run) { Verb = "make" }.ForEachSpec(Spec, Json, Path, LiteralPath, Make);

    private void Make(SpecInput input) => RunWithClient(input.Label, async (client, pipeline, cancel) =>
    {
        // On the pipeline thread: a user's object may have script properties, and added members are seen only where the runspace is.
        var document = await pipeline.InvokeAsync(() => input.Read(client.Log)).ConfigureAwait(false);
        var name = NameOf(document, input.Label);
        var plan = Core.Writing.SpecCreatePlan.FromDocument(
            document,
            name,
            SkipValidation,
            allowedRules: RuleIds.Read(AllowIssue, nameof(AllowIssue)),
            customFunctions: CustomFunctions.ForFile(input.File ?? (input.Given is { } spec ? SpecConverter.FileOf(spec) : null)));
        if (plan.Trap is { } trap)
        {
            client.Log.Warning(trap);
        }

        if (plan.Refusal is { } refusal && !await pipeline.InvokeAsync(() => WritePreview.IsWhatIf(this)).ConfigureAwait(false))
        {
            throw refusal;
        }

        var folder = await FolderIdAsync(client, FolderId, cancel).ConfigureAwait(false) ?? (await client.GetMemberAsync(Current.UserId, cancel).ConfigureAwait(false)).HomeFolderId;
        var what = SafeText.Line($"Make data model \"{name}\" with {document.Pages.Count} page{(document.Pages.Count == 1 ? "" : "s")} and {document.Elements.Count()} elements in folder {folder} on {Current}.{(plan.Refusal is null ? "" : " " + WritePreview.Refused(plan.Refusal))}");
        if (!await pipeline.InvokeAsync(() => ShouldProcess(what, what + " Continue?", "Make a data model")).ConfigureAwait(false))
        {
            return;
        }

        var outcome = await new Core.Writing.SpecCreator(client, _known).CreateAsync(plan, folder, Current.UserId, cancel).ConfigureAwait(false);

        // The result first: a warning preference of Stop ends the command with the first of the warnings.
        await pipeline.WriteAsync(OutputMapper.ToResult(outcome, name, Current)).ConfigureAwait(false);
        foreach (var finding in outcome.Findings)
        {
            pipeline.Post(() => WriteWarning(SafeText.Line($"\"{name}\": {finding}")));
        }
    });

    private string NameOf(Core.Spec.SpecDocument document, string label)
    {
        if (Name is { } given)
        {
            return !string.IsNullOrWhiteSpace(given) ? given : throw new Core.Diagnostics.SigmaEngineException(Core.Diagnostics.ErrorCode.InvalidArgument, "-Name is blank; give the new model a name, or leave -Name out to take the one that the spec says.");
        }

        return document.Name is { } said && !string.IsNullOrWhiteSpace(said) ? said : throw new Core.Diagnostics.SigmaEngineException(Core.Diagnostics.ErrorCode.InvalidSpec, $"{label} says no name for the new model; use -Name.");
    }
}
