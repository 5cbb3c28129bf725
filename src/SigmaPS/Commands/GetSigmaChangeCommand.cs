using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Binding;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>Get-SigmaChange: gets the changes of data models with author and time, newest first.</summary>
[Cmdlet(VerbsCommon.Get, "SigmaChange", DefaultParameterSetName = "Log")]
[OutputType(typeof(SigmaChange))]
public sealed class GetSigmaChangeCommand : SigmaSessionCmdlet
{
    private readonly List<string> _models = new();
    private IReadOnlyDictionary<string, string>? _members;

    /// <summary>A data model by ID, address, name or object.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject", "DataModelId", "Id")]
    [ArgumentCompleter(typeof(Completion.ModelIdCompleter))]
    public object? DataModel { get; set; }

    /// <summary>Only versions saved since this time: a date, or a time span such as 7d.</summary>
    [Parameter(ParameterSetName = "Log")]
    [Parameter(ParameterSetName = "Item")]
    [Since]
    public DateTimeOffset? Since { get; set; }

    /// <summary>One version by number.</summary>
    [Parameter(ParameterSetName = "Version")]
    [ValidateRange(1, long.MaxValue)]
    [ArgumentCompleter(typeof(Completion.VersionCompleter))]
    public long? Version { get; set; }

    /// <summary>Folds consecutive saves of one person within this number of minutes.</summary>
    [Parameter(ParameterSetName = "Log")]
    [ValidateRange(1, 10080)]
    public int? FoldMinutes { get; set; }

    /// <summary>The element whose history is read, or that contains the column or metric; by name or ID.</summary>
    [Parameter(ParameterSetName = "Item")]
    [ArgumentCompleter(typeof(Completion.LiveElementCompleter))]
    public string? Element { get; set; }

    /// <summary>The column whose history is read, by display name or ID.</summary>
    [Parameter(ParameterSetName = "Item")]
    public string? Column { get; set; }

    /// <summary>The metric whose history is read, by name or ID.</summary>
    [Parameter(ParameterSetName = "Item")]
    public string? Metric { get; set; }

    /// <inheritdoc/>
    private protected override void Begin()
    {
        base.Begin();
        if (Since > DateTimeOffset.UtcNow)
        {
            Run(null, () => throw CommandErrors.FutureSince());
        }
    }

    // Every parameter error ends the command, because further output would not be the requested one.
    private protected override bool EndsOnAnyError => Since > DateTimeOffset.UtcNow;

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (DataModel is { } given)
        {
            Run(given, () => _models.Add(ModelResolver.TextOf(given)));
        }
    }

    /// <inheritdoc/>
    private protected override void End()
    {
        if (_models.Count == 0 && (DataModel is not null || MyInvocation.ExpectingInput))
        {
            return;
        }

        RunWithClient(_models.FirstOrDefault(), ParameterSetName switch
        {
            "Item" => ReadItemAsync,
            "Version" => ReadVersionAsync,
            _ => ReadLogAsync,
        });
        ComparedPipelines.Record();
    }

    /// <inheritdoc/>
    private protected override void OnErrorReported(Core.Diagnostics.SigmaEngineException error, object? target, bool ends) =>
        ComparedPipelines.Fail();

    private async Task ReadLogAsync(Core.Api.SigmaClient client, IDispatcher pipeline, CancellationToken cancel)
    {
        if (_models.Count == 0 && Since is null)
        {
            throw CommandErrors.NoModelAndNoTime();
        }

        var models = new List<(string DataModelId, DateTimeOffset? Newest)>();
        foreach (var model in _models)
        {
            models.Add((await Models.ResolveAsync(client, model, cancel).ConfigureAwait(false), null));
        }

        if (_models.Count == 0)
        {
            var all = await client.ListDataModelsAsync(false, cancel).ToListAsync(cancel).ConfigureAwait(false);
            models.AddRange(all.Where(model => !model.IsArchived).Select(model => (model.DataModelId, model.UpdatedAt)));
        }

        TimeSpan? fold = FoldMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null;
        var log = new Core.History.ChangeLog(client, new Core.History.ChangeLogOptions { Since = Since, Fold = fold });
        var changes = log.ReadAsync(models.Distinct(), (id, error) => pipeline.Post(() => Report(error, id)), cancel);
        await WriteAsync(changes, client, pipeline, cancel).ConfigureAwait(false);
    }

    private async Task ReadVersionAsync(Core.Api.SigmaClient client, IDispatcher pipeline, CancellationToken cancel)
    {
        var version = Version!.Value;
        var id = await Models.ResolveAsync(client, OneModel("-Version"), cancel).ConfigureAwait(false);
        var change = await Core.History.ChangeLog.ReadVersionAsync(client, id, version, cancel).ConfigureAwait(false);
        await WriteAsync(change, client, pipeline, cancel).ConfigureAwait(false);
    }

    private async Task WriteAsync(
        IAsyncEnumerable<Core.History.VersionChange> changes, Core.Api.SigmaClient client, IDispatcher pipeline, CancellationToken cancel)
    {
        await foreach (var change in changes.ConfigureAwait(false))
        {
            await WriteAsync(change, client, pipeline, cancel).ConfigureAwait(false);
        }
    }

    private async Task ReadItemAsync(Core.Api.SigmaClient client, IDispatcher pipeline, CancellationToken cancel)
    {
        if (Element is null)
        {
            throw CommandErrors.NoElementOfItem();
        }

        var list = (Column, Metric) switch
        {
            (not null, not null) => throw CommandErrors.TwoItems(),
            (not null, null) => "columns",
            (null, not null) => "metrics",
            _ => null,
        };

        var model = OneModel(Column is null && Metric is null ? "-Element" : "-Column and -Metric");
        var id = await Models.ResolveAsync(client, model, cancel).ConfigureAwait(false);
        var item = new Core.History.ItemFinder(Element, list, Column ?? Metric);
        await WriteAsync(new Core.History.ItemHistory(client, id, Since).ReadAsync(item, cancel), client, pipeline, cancel)
            .ConfigureAwait(false);
    }

    private string OneModel(string parameter) => _models.Count == 1
        ? _models[0]
        : throw CommandErrors.NotOneModel(_models.Count, parameter);

    private async Task WriteAsync(Core.History.VersionChange change, Core.Api.SigmaClient client, IDispatcher pipeline,
        CancellationToken cancel)
    {
        _members ??= await Core.Api.MemberLookup.AllNamesAsync(client, cancel).ConfigureAwait(false);
        await pipeline.WriteAsync(OutputMapper.ToChange(change, _members)).ConfigureAwait(false);
    }
}
