using System.Linq;
using System.Management.Automation;
using SigmaPS.Binding;
using SigmaPS.Mapping;
using SigmaPS.Workflows;

namespace SigmaPS.Commands;

/// <summary>New-SigmaDataModel: creates a data model from a complete spec.</summary>
[Cmdlet(
    VerbsCommon.New,
    "SigmaDataModel",
    DefaultParameterSetName = "Spec",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(WriteResult))]
public sealed class NewSigmaDataModelCommand : SigmaSessionCmdlet
{
    private readonly Core.Writing.ExistingModels _known = new();

    /// <summary>The complete spec as an object.</summary>
    [Parameter(ParameterSetName = "Spec", Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject")]
    public object? Spec { get; set; }

    /// <summary>The complete spec as JSON text, whole or line by line.</summary>
    [Parameter(ParameterSetName = "Json")]
    [AllowEmptyString]
    public string[]? Json { get; set; }

    /// <summary>Files with complete specs; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = "Path")]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>Files with complete specs, taken literally.</summary>
    [Parameter(ParameterSetName = "LiteralPath")]
    [Alias("PSPath", "FullName")]
    public string[]? LiteralPath { get; set; }

    /// <summary>The new model's name; the default is the name in the spec.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>The folder of the new model; the default is My Documents of the owner of the credentials.</summary>
    [Parameter]
    [Alias("FolderPath")]
    [ArgumentCompleter(typeof(Completion.FolderPathCompleter))]
    public string? FolderId { get; set; }

    /// <summary>Creates the model without validation of the spec.</summary>
    [Parameter]
    public SwitchParameter SkipValidation { get; set; }

    /// <summary>Ignores errors of these rules; all other rules stay on.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(Completion.RuleCompleter))]
    public string[]? AllowIssue { get; set; }

    /// <inheritdoc/>
    private protected override void Process() =>
        new SpecParameterBinder(this, Run) { Verb = "make" }.ForEachSpec(Spec, Json, Path, LiteralPath, Make);

    private void Make(SpecInput input) => RunWithClient(input.Label, async (client, pipeline, cancel) =>
    {
        // Read on the pipeline thread: an object may have script properties, and only the runspace sees added members.
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

        var folder = await FolderIdAsync(client, FolderId, cancel).ConfigureAwait(false)
            ?? (await client.GetMemberAsync(Current.UserId, cancel).ConfigureAwait(false)).HomeFolderId;
        var pages = document.Pages.Count == 1 ? "1 page" : $"{document.Pages.Count} pages";
        var refused = plan.Refusal is null ? "" : " " + WritePreview.Refused(plan.Refusal);
        var what = SafeText.Line(
            $"Create data model \"{name}\" with {pages} and {document.Elements.Count()} elements in folder {folder} on "
                + $"{Current}.{refused}");
        if (!await pipeline.InvokeAsync(() => ShouldProcess(what, what + " Continue?", "Create a data model")).ConfigureAwait(false))
        {
            return;
        }

        var outcome = await new Core.Writing.SpecCreator(client, _known)
            .CreateAsync(plan, folder, Current.UserId, cancel)
            .ConfigureAwait(false);

        // Write the result first, because a warning preference of Stop ends the command at the first warning.
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
            return !string.IsNullOrWhiteSpace(given) ? given : throw CommandErrors.BlankName();
        }

        return document.Name is { } said && !string.IsNullOrWhiteSpace(said) ? said : throw CommandErrors.NoNameInSpec(label);
    }
}
