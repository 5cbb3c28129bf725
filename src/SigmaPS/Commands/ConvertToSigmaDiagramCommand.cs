using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using SigmaPS.Binding;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>ConvertTo-SigmaDiagram: draws a model, the dependencies between models, or the consumers of a model.</summary>
[Cmdlet(VerbsData.ConvertTo, "SigmaDiagram", DefaultParameterSetName = "Spec")]
[OutputType(typeof(string))]
public sealed class ConvertToSigmaDiagramCommand : SigmaCmdlet
{
    private readonly List<KeyValuePair<string?, Core.Spec.SpecDocument>> _models = new();
    private readonly List<Core.Reports.UsageLink> _usages = new();
    private Core.Diagnostics.ILog _log = null!;

    /// <summary>The spec as an object, or usages from Find-SigmaUsage; files from Get-ChildItem are read.</summary>
    [Parameter(ParameterSetName = "Spec", Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject")]
    public object? Spec { get; set; }

    /// <summary>The spec as JSON text, whole or line by line.</summary>
    [Parameter(ParameterSetName = "Json")]
    [AllowEmptyString]
    public string[]? Json { get; set; }

    /// <summary>Files or folders; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = "Path")]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>Files or folders, taken literally.</summary>
    [Parameter(ParameterSetName = "LiteralPath")]
    [Alias("PSPath", "FullName")]
    public string[]? LiteralPath { get; set; }

    /// <summary>Markdown, Mermaid or Html.</summary>
    [Parameter]
    public DiagramFormat As { get; set; }

    /// <summary>Draws one diagram of the dependencies between models, instead of one per model.</summary>
    [Parameter]
    public SwitchParameter Lineage { get; set; }

    /// <summary>A heading; the default is the model's name.</summary>
    [Parameter]
    public string? Title { get; set; }

    /// <inheritdoc/>
    private protected override void Begin() => _log = new CmdletLog(this);

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (UsageShape.IsUsage(Spec))
        {
            _usages.Add(UsageShape.ToLink(Spec!));
        }
        else
        {
            new SpecParameterBinder(this, Run) { Verb = "draw", TakesFolders = true }.ForEachSpec(Spec, Json, Path, LiteralPath, Draw);
        }
    }

    /// <inheritdoc/>
    private protected override void End()
    {
        if (Lineage && _models.Count > 0)
        {
            Run(null, () => Write(Core.Reports.LineageDiagram.FromModels(_models), "Which models feed which"));
        }

        if (_usages.Count > 0)
        {
            Run(null, () =>
                Write(
                    Core.Reports.UsageDiagram.FromUsages(_usages),
                    "Who reads " + string.Join(", ", _usages.Select(usage => usage.ModelName).Where(name => name.Length > 0).Distinct())));
        }
    }

    private void Draw(SpecInput input)
    {
        var document = input.Read(_log);
        if (Lineage)
        {
            _models.Add(new KeyValuePair<string?, Core.Spec.SpecDocument>(input.IdOf(document), document));
        }
        else
        {
            Write(Draw(document), document.Name ?? "Data model");
        }
    }

    private Core.Reports.DiagramGraph Draw(Core.Spec.SpecDocument document) =>
        As == DiagramFormat.Html ? Core.Reports.SpecDiagram.WithColumns(document) : Core.Reports.SpecDiagram.FromDocument(document);

    private void Write(Core.Reports.DiagramGraph graph, string title) => WriteObject(As switch
    {
        DiagramFormat.Html => Core.Reports.HtmlDiagramWriter.Write(graph, Title ?? title),
        DiagramFormat.Mermaid => Core.Reports.MermaidWriter.Write(graph),
        _ => Core.Reports.MermaidWriter.Markdown(graph, Title ?? title),
    });
}
