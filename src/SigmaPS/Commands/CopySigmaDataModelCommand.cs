using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Binding;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;
using SigmaPS.Workflows;

namespace SigmaPS.Commands;

/// <summary>Copy-SigmaDataModel: creates a data model with the content of another one.</summary>
[Cmdlet(VerbsCommon.Copy, "SigmaDataModel", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(WriteResult))]
public sealed class CopySigmaDataModelCommand : DataModelChangeCmdlet
{
    private readonly Core.Writing.ExistingModels _known = new();

    /// <summary>The copy's name; the default is the original's name followed by "(copy)".</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>The folder of the copy; the default is the original's folder.</summary>
    [Parameter]
    [Alias("FolderPath")]
    [ArgumentCompleter(typeof(Completion.FolderPathCompleter))]
    public string? FolderId { get; set; }

    /// <summary>Copies the model without validation.</summary>
    [Parameter]
    public SwitchParameter SkipValidation { get; set; }

    /// <summary>Ignores errors of these rules; all other rules stay on.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(Completion.RuleCompleter))]
    public string[]? AllowIssue { get; set; }

    /// <inheritdoc/>
    private protected override async Task ChangeAsync(
        string id,
        Core.Api.SigmaClient client,
        IDispatcher pipeline,
        CancellationToken cancel)
    {
        var copy = await Core.Writing.ModelCopy.ReadAsync(client, id, cancel).ConfigureAwait(false);
        var original = copy.Document.Name ?? id;
        var name = string.IsNullOrWhiteSpace(Name) ? original + " (copy)" : Name!;
        var folder = await FolderIdAsync(client, FolderId, cancel).ConfigureAwait(false)
            ?? copy.Document.FolderId
            ?? throw CommandErrors.NoFolderOfCopy(original);
        var plan = Core.Writing.SpecCreatePlan.FromDocument(
            copy.Document,
            name,
            SkipValidation,
            allowedRules: RuleIds.Read(AllowIssue, nameof(AllowIssue)));
        if (plan.Refusal is { } refusal && !await pipeline.InvokeAsync(() => WritePreview.IsWhatIf(this)).ConfigureAwait(false))
        {
            throw refusal;
        }

        var refused = plan.Refusal is null ? "" : " " + WritePreview.Refused(plan.Refusal);
        var without = copy.Missing.Count == 0 ? "" : $" {string.Join(" ", copy.Missing)}";
        if (
            !await ConfirmAsync(
                    pipeline,
                    $"Create data model \"{name}\" in folder {folder} as a copy of \"{original}\" ({id}) on "
                        + $"{Current}.{without}{refused}",
                    "Copy a data model")
                .ConfigureAwait(false))
        {
            return;
        }

        var outcome = await new Core.Writing.SpecCreator(client, _known)
            .CreateAsync(plan, folder, Current.UserId, cancel)
            .ConfigureAwait(false);
        var result = OutputMapper.ToResult(outcome, name, Current);
        result.Findings = copy.Missing.Concat(result.Findings).ToArray();

        // Write the result first, because a warning preference of Stop ends the command at the first warning.
        await ReportAsync(pipeline, result).ConfigureAwait(false);
        foreach (var finding in result.Findings)
        {
            pipeline.Post(() => WriteWarning(SafeText.Line($"\"{name}\": {finding}")));
        }
    }
}
