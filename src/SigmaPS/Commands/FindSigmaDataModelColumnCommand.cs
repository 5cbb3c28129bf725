using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Binding;
using SigmaPS.Mapping;

namespace SigmaPS.Commands;

/// <summary>Find-SigmaDataModelColumn: finds columns by name, formula, origin or error in live data models or files.</summary>
[Cmdlet(VerbsCommon.Find, "SigmaDataModelColumn", DefaultParameterSetName = "Live")]
[OutputType(typeof(FoundColumn))]
public sealed class FindSigmaDataModelColumnCommand : SigmaBulkCmdlet
{
    private NamePatterns _names = null!;
    private FormulaPatterns _formulas = null!;
    private NamePatterns _tables = null!;
    private bool _hasSearched;
    private bool _hasFailed;

    /// <summary>UUID, short ID or address of a data model; the default is all that the owner of the credentials may see.</summary>
    [Parameter(ParameterSetName = "Live", Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [DataModelId]
    [ArgumentCompleter(typeof(Completion.ModelIdCompleter))]
    public string? DataModelId { get; set; }

    /// <summary>Files or folders; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = "Path")]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>Files or folders, taken literally.</summary>
    [Parameter(ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    public string[]? LiteralPath { get; set; }

    /// <summary>Display names of columns.</summary>
    [Parameter]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <summary>Parts of formulas.</summary>
    [Parameter]
    [SupportsWildcards]
    public string[]? Formula { get; set; }

    /// <summary>Warehouse tables that the columns come from, by name or path.</summary>
    [Parameter]
    [SupportsWildcards]
    public string[]? Table { get; set; }

    /// <summary>Only columns whose formula does not resolve.</summary>
    [Parameter]
    public SwitchParameter Broken { get; set; }

    /// <inheritdoc/>
    private protected override void Begin()
    {
        (_names, _formulas, _tables) = (new NamePatterns(Name), new FormulaPatterns(Formula), new NamePatterns(Table));
        // Files from the pipeline need no session.
        if (ParameterSetName == "Live" && !MyInvocation.ExpectingInput)
        {
            base.Begin();
        }
    }

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (ParameterSetName != "Live")
        {
            var literal = ParameterSetName == "LiteralPath";
            Run(null, () =>
            {
                foreach (var path in PathResolver.RequireValue(literal ? LiteralPath : Path, literal))
                {
                    Run(path, () => SpecPaths.ForEachFile(this, path, literal, Run, InFile));
                }
            });
        }
        else if (DataModelId is { } given)
        {
            if (Current is null)
            {
                base.Begin();
            }

            Search(given);
        }
        else if (MyInvocation.BoundParameters.ContainsKey(nameof(DataModelId)))
        {
            // An unset variable must not mean the whole organization.
            Run(null, () => throw CommandErrors.EmptyModelId());
        }
        else if (!MyInvocation.ExpectingInput)
        {
            Listed().ForEach(Search);
        }
    }

    /// <inheritdoc/>
    private protected override void End()
    {
        base.End();

        // With -Broken, an empty result is valid. An unreadable model may contain the name.
        if (_hasSearched && !_hasFailed && !Broken)
        {
            ReportMissing(_names.Missing(Core.Diagnostics.ErrorCode.ItemNotFound, "column"));
            ReportMissing(_tables.Missing(Core.Diagnostics.ErrorCode.ItemNotFound, "table"));
        }
    }

    /// <inheritdoc/>
    private protected override void OnErrorReported(Core.Diagnostics.SigmaEngineException error, object? target, bool ends) =>
        _hasFailed = true;

    private List<string> Listed()
    {
        var ids = new List<string>();
        RunWithClient(null, async (client, _, cancel) =>
        {
            var models = await client.ListDataModelsAsync(false, cancel).ToListAsync(cancel).ConfigureAwait(false);
            ids.AddRange(models.Where(model => !model.IsArchived).Select(model => model.DataModelId));
        });
        return ids;
    }

    private void Search(string given) => Enqueue(given, async (client, output, cancel) =>
    {
        foreach (var column in await FindAsync(given, client, cancel).ConfigureAwait(false))
        {
            await output.WriteAsync(column).ConfigureAwait(false);
        }
    });

    private async Task<List<FoundColumn>> FindAsync(string given, Core.Api.SigmaClient client, CancellationToken cancel)
    {
        var id = await Models.ResolveAsync(client, given, cancel).ConfigureAwait(false);
        var (name, columns) = Broken
            ? await Core.Lookup.ColumnSearch.LiveBrokenAsync(client, id, cancel).ConfigureAwait(false)
            : await Core.Lookup.ColumnSearch.LiveAsync(client, id, cancel).ConfigureAwait(false);
        _hasSearched = true;
        return columns.Where(Fits).Select(column => OutputMapper.ToFound(column, id, name, null)).ToList();
    }

    private void InFile(string file)
    {
        var document = Core.Files.SpecFileReader.Read(file);
        var id = document.DataModelId ?? Core.Files.ExportIndex.ReadEntry(file)?.Id;
        _hasSearched = true;
        foreach (
            var column in Core
                .Lookup.ColumnSearch.InDocument(document)
                .Where(column => Fits(column) && !(Broken && column.IsBroken != true)))
        {
            WriteObject(OutputMapper.ToFound(column, id, document.Name, file));
        }
    }

    private bool Fits(Core.Lookup.FoundColumn column)
    {
        // Evaluate each filter for each column, so that an existing name is not reported as missing.
        var isNamed = _names.Fit(column.Name);
        var isOfTable =
            Table is null
            || column.Origins.Where(origin => origin.Table is not null).Count(origin => _tables.Fit(origin.Table, origin.Text)) > 0;
        return isNamed && isOfTable && _formulas.Fit(column.Formula);
    }
}
