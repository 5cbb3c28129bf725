using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Binding;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;
using SigmaPS.Workflows;

namespace SigmaPS.Commands;

/// <summary>Find-SigmaUsage: finds the data models, workbooks and reports that read a data model, down to the formula.</summary>
[Cmdlet(VerbsCommon.Find, "SigmaUsage", DefaultParameterSetName = "Consumers")]
[OutputType(typeof(SigmaUsage), ParameterSetName = new[] { "Consumers" })]
[OutputType(typeof(SigmaUnusedItem), ParameterSetName = new[] { "Unused" })]
public sealed class FindSigmaUsageCommand : SigmaSessionCmdlet
{
    /// <summary>The tag of the closing line.</summary>
    internal const string Tag = "SigmaPS.Usage";

    private const int MostReasons = 10;
    private readonly List<UsageQuestion> _questions = new();
    private string? _indexFolder;
    private bool _begun;

    /// <summary>A data model by ID, address, name or object; or columns, elements, changes, plans.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject", "DataModelId", "Id")]
    [ArgumentCompleter(typeof(Completion.ModelIdCompleter))]
    public object? DataModel { get; set; }

    /// <summary>Elements by name or ID; with -Column or -Metric, the element that contains them.</summary>
    [Parameter(ParameterSetName = "Consumers")]
    [ArgumentCompleter(typeof(Completion.LiveElementCompleter))]
    public string[]? Element { get; set; }

    /// <summary>Columns by display name or ID.</summary>
    [Parameter(ParameterSetName = "Consumers")]
    public string[]? Column { get; set; }

    /// <summary>Metrics by name or ID.</summary>
    [Parameter(ParameterSetName = "Consumers")]
    public string[]? Metric { get; set; }

    /// <summary>Controls by control ID.</summary>
    [Parameter(ParameterSetName = "Consumers")]
    public string[]? Control { get; set; }

    /// <summary>Lists columns and metrics without consumers.</summary>
    [Parameter(ParameterSetName = "Unused")]
    public SwitchParameter Unused { get; set; }

    /// <summary>The folder for the index; the default is the user's cache folder.</summary>
    [Parameter]
    public string? IndexPath { get; set; }

    /// <summary>Reads every document again.</summary>
    [Parameter]
    public SwitchParameter Refresh { get; set; }

    /// <inheritdoc/>
    private protected override void Begin()
    {
        base.Begin();
        Run(IndexPath, () => _indexFolder = IndexPath is null ? null : PathResolver.ResolvePath(this, IndexPath, nameof(IndexPath)));
        _begun = true;
    }

    // An unusable folder ends the command, because the index must not be written to another one.
    private protected override bool EndsOnAnyError => !_begun;

    /// <inheritdoc/>
    private protected override void Process() => Run(DataModel, () =>
    {
        foreach (var question in UsageQuestion.Read(DataModel ?? throw CommandErrors.NoModelOfUsage()))
        {
            var isInside = Column is not null || Metric is not null;
            foreach (var element in isInside && Element is not null ? Element : new string?[] { null })
            {
                question.Add(Core.Usage.UsageItemKind.Column, element, Column);
                question.Add(Core.Usage.UsageItemKind.Metric, element, Metric);
            }

            question.Add(Core.Usage.UsageItemKind.Element, null, isInside ? null : Element);
            question.Add(Core.Usage.UsageItemKind.Control, null, Control);
            _questions.Add(question);
        }
    });

    /// <inheritdoc/>
    private protected override void End()
    {
        if (_questions.Count > 0)
        {
            RunWithClient(null, AnswerAsync);
        }
    }

    private async Task AnswerAsync(Core.Api.SigmaClient client, IDispatcher pipeline, CancellationToken cancel)
    {
        var scan = new UsageScan(this, Current, _indexFolder);
        var index = await scan.RunAsync(client, new Core.Usage.UsageOptions { Refresh = Refresh }, pipeline, cancel).ConfigureAwait(false);
        IReadOnlyDictionary<string, string>? owners = null;
        var failures = new List<(Core.Diagnostics.SigmaEngineException Fault, object Target)>();
        var renamed = _questions.Select(question => question.RenamedElement).OfType<KeyValuePair<string, string>>()
            .ToLookup(pair => pair.Key, pair => pair.Value);
        foreach (var question in _questions)
        {
            try
            {
                var model = FindModel(index, question.Model);
                foreach (var unused in Unused ? index.FindUnused(model) : Array.Empty<Core.Usage.UnusedItem>())
                {
                    await pipeline.WriteAsync(UsageMapper.ToUnused(unused)).ConfigureAwait(false);
                }

                var asked = Unused ? Array.Empty<Core.Usage.UsageRecord>() : index.Find(question.Items(model, index.Items(model), renamed));
                foreach (var usage in asked)
                {
                    owners ??= await Core.Api.MemberLookup.AllNamesAsync(client, cancel).ConfigureAwait(false);
                    await pipeline.WriteAsync(UsageMapper.ToUsage(usage, owners)).ConfigureAwait(false);
                }
            }
            catch (Core.Diagnostics.SigmaEngineException e)
            {
                failures.Add((e, question.Model));
            }
        }

        pipeline.Post(() => Close(index));
        foreach (var (error, target) in failures)
        {
            pipeline.Post(() => Report(error, target));
        }
    }

    // The tag PSHOST shows the line to a person without using the output.
    private void Close(Core.Usage.UsageIndex index)
    {
        WriteInformation(new HostInformationMessage { Message = UsageText.Closing(index) }, new[] { "PSHOST", Tag });
        var reasons = index.Unchecked.GroupBy(document => document.Reason).OrderByDescending(group => group.Count()).ToList();
        foreach (var group in reasons.Take(MostReasons))
        {
            WriteWarning(SafeText.Line($"Not checked: {UsageText.Names(group)}. Reason: {group.Key}"));
        }

        if (reasons.Count > MostReasons)
        {
            WriteWarning(
                SafeText.Line(
                    $"Not checked for {reasons.Count - MostReasons} other reasons: "
                        + $"{UsageText.Names(reasons.Skip(MostReasons).SelectMany(group => group))}."
                ));
        }
    }

    private static string FindModel(Core.Usage.UsageIndex index, string text)
    {
        try
        {
            return index.ModelOf(text);
        }
        catch (Core.Diagnostics.SigmaEngineException e) when (e.Kind == Core.Diagnostics.ErrorCode.ModelNotFound)
        {
            throw e.With(message: $"{e.Message} {Core.Spec.Validation.ExistingNames.Describe(text, index.ModelNames, "data models")}");
        }
    }
}
