using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Binding;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;
using SigmaPS.Workflows;

namespace SigmaPS.Commands;

/// <summary>Copy-SigmaDataModel: makes a new data model with the content of another one.</summary>
[Cmdlet(VerbsCommon.Copy, "SigmaDataModel", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(WriteResult))]
public sealed class CopySigmaDataModelCommand : DataModelChangeCmdlet
{
    private readonly Core.Writing.ExistingModels _known = new();

    /// <summary>The copy's name; without it the original's with "(copy)" behind it.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>The folder to make it in; without it the original's.</summary>
    [Parameter]
    [Alias("FolderPath")]
    public string? FolderId { get; set; }

    /// <summary>Copies the model whatever is wrong with it.</summary>
    [Parameter]
    public SwitchParameter SkipValidation { get; set; }

    /// <summary>Lets the errors of these rules pass; all other rules stay on.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(Completion.RuleCompleter))]
    public string[]? AllowIssue { get; set; }

    /// <inheritdoc/>
    private protected override async Task ChangeAsync(string id, Core.Api.SigmaClient client, IDispatcher pipeline, CancellationToken cancel)
    {
        var copy = await Core.Writing.ModelCopy.ReadAsync(client, id, cancel).ConfigureAwait(false);
        var original = copy.Document.Name ?? id;
        var name = string.IsNullOrWhiteSpace(Name) ? original + " (copy)" : Name!;
        var folder = await FolderIdAsync(client, FolderId, cancel).ConfigureAwait(false)
            ?? copy.Document.FolderId
            ?? throw Missing($"where the copy of \"{original}\" shall lie: -FolderId, because Sigma does not tell the original's folder");
        var plan = Core.Writing.SpecCreatePlan.FromDocument(copy.Document, name, SkipValidation, allowedRules: RuleIds.Read(AllowIssue, nameof(AllowIssue)));
        if (plan.Refusal is { } refusal && !await pipeline.InvokeAsync(() => WritePreview.IsWhatIf(this)).ConfigureAwait(false))
        {
            throw refusal;
        }

        var refused = plan.Refusal is null ? "" : " " + WritePreview.Refused(plan.Refusal);
        var without = copy.Missing.Count == 0 ? "" : $" {string.Join(" ", copy.Missing)}";
        if (!await ConfirmAsync(pipeline, $"Make data model \"{name}\" in folder {folder} as a copy of \"{original}\" ({id}) on {Current}.{without}{refused}", "Copy a data model").ConfigureAwait(false))
        {
            return;
        }

        var outcome = await new Core.Writing.SpecCreator(client, _known).CreateAsync(plan, folder, Current.UserId, cancel).ConfigureAwait(false);
        var result = OutputMapper.ToResult(outcome, name, Current);
        result.Findings = copy.Missing.Concat(result.Findings).ToArray();

        // The result first: a warning preference of Stop ends the command with the first of the warnings.
        await ReportAsync(pipeline, result).ConfigureAwait(false);
        foreach (var finding in result.Findings)
        {
            pipeline.Post(() => WriteWarning(SafeText.Line($"\"{name}\": {finding}")));
        }
    }
}
