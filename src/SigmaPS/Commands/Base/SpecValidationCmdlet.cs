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

/// <summary>A cmdlet that validates specs from any source, offline unless a switch requests lookups.</summary>
public abstract class SpecValidationCmdlet : SigmaSessionCmdlet
{
    private readonly Core.Reports.RulesFileLocator _found = new();
    private readonly Core.Reports.ValidatedFiles _judged = new();
    private readonly Core.Release.DeclaredVariables _variables = new();
    private readonly HashSet<Core.Reports.RulePolicy> _used = new();
    private Core.Reports.RulePolicy? _named;
    private readonly Core.Lookup.OnlineLookup _lookup = new();
    private bool _begun;

    /// <summary>The spec as an object; files from Get-ChildItem are read.</summary>
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

    /// <summary>The file with severities and suppressions; the default is the nearest sigmaps.rules.json of each file.</summary>
    [Parameter]
    public string? RulesPath { get; set; }

    /// <summary>Also checks in Sigma that connections, tables, columns, models, members and folders exist.</summary>
    [Parameter]
    public SwitchParameter Online { get; set; }

    /// <inheritdoc/>
    private protected override void Begin()
    {
        if (AsksSigma)
        {
            base.Begin();
        }

        Run(null, Prepare);
        _begun = true;
    }

    /// <inheritdoc/>
    private protected override void Process() =>
        new SpecParameterBinder(this, Try) { Verb = "judge", TakesFolders = true }.ForEachSpec(Spec, Json, Path, LiteralPath, Validate);

    /// <inheritdoc/>
    private protected override void End()
    {
        foreach (var policy in _used)
        {
            WarnUnusedSuppressions(policy);
        }
    }

    // An unreadable rules file ends the command.
    private protected override bool EndsOnAnyError => !_begun;

    /// <summary>Whether the command needs a session.</summary>
    private protected virtual bool AsksSigma => Online;

    /// <summary>The switches that need a session, as an error names them.</summary>
    private protected virtual string SwitchesThatAsk => "-Online";

    /// <summary>Adds Sigma's findings about one spec to the lookups of -Online.</summary>
    private protected virtual Task AddFactsAsync(
        Core.Spec.Validation.OnlineFacts facts,
        Core.Spec.Json.JsonValue root,
        string label,
        Core.Api.SigmaClient client,
        IDispatcher pipeline,
        CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Whether a rule that needs Sigma could be checked.</summary>
    private protected virtual bool CanCheck(Core.Spec.Validation.SpecRule rule) =>
        Online && _lookup.KnowsAll && !Core.Spec.Validation.SpecRuleSet.IsRehearsal(rule);

    /// <summary>Reads the input files before the first spec.</summary>
    private protected virtual void Prepare()
    {
        if (Session is not null && !AsksSigma)
        {
            throw CommandErrors.SessionWithoutRequest(SwitchesThatAsk);
        }

        _named = RulesPath is null ? null : Core.Reports.RulePolicy.Read(PathResolver.ResolvePath(this, RulesPath, nameof(RulesPath)));
    }

    /// <summary>Whether a rule is checked.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="severity">Its severity here.</param>
    private protected abstract bool IsOn(Core.Spec.Validation.SpecRule rule, Core.Diagnostics.IssueSeverity severity);

    /// <summary>Receives the issues of one spec.</summary>
    /// <param name="path">Its file; null if it has none.</param>
    /// <param name="issues">Its issues, including suppressed ones.</param>
    private protected abstract void OnIssues(string? path, IReadOnlyList<Core.Reports.ReportedIssue> issues);

    /// <summary>Records a spec that could not be read; its error is already written.</summary>
    private protected virtual void OnUnreadable()
    {
    }

    private void Validate(SpecInput input)
    {
        var path = input.File ?? (input.Given is { } given ? SpecConverter.FileOf(given) : null);
        var policy = _named ?? (path is null ? Core.Reports.RulePolicy.None : _found.For(path));
        var reading = Read(input);
        if (Facts(reading, input.Label, out var facts))
        {
            RecordPolicyUse(policy, reading, input.File);
            var issues = reading.Validate(rule => IsOn(policy, rule), facts, policy.CustomFunctions, _variables.TestFor(path));
            OnIssues(path, policy.Apply(issues, path));
        }
        else
        {
            OnUnreadable();
        }
    }

    private bool IsOn(Core.Reports.RulePolicy policy, Core.Spec.Validation.SpecRule rule) =>
        policy.Severity(rule) is { } severity && IsOn(rule, severity);

    // Most rules do not validate a file that cannot be parsed as a spec.
    private void RecordPolicyUse(Core.Reports.RulePolicy policy, Core.Spec.Validation.ParsedSpec reading, string? file)
    {
        if (policy.Location is not null)
        {
            _used.Add(policy);
        }

        if (file is not null && reading.Root is not null)
        {
            _judged.Add(file);
        }
    }

    private void WarnUnusedSuppressions(Core.Reports.RulePolicy policy)
    {
        var unused = _judged.Unused(
            policy,
            file => _named is not null || _found.For(file) == policy,
            rule => IsOn(policy, rule) && (!Core.Spec.Validation.SpecRuleSet.IsOnline(rule) || CanCheck(rule)));
        foreach (var one in unused)
        {
            WriteVerbose(SafeText.Line($"{policy.Location}({one.Line}): the suppression of {one.Rule} (\"{one.Reason}\") does "
                + "not match an issue."));
        }

        if (unused.Count > 0)
        {
            var subject = unused.Count == 1 ? "1 suppression does" : $"{unused.Count} suppressions do";
            var rules = unused.Take(10).Select(one => $"{one.Rule} (line {one.Line})");
            var list = string.Join(", ", rules) + (unused.Count > 10 ? ", …" : "");
            WriteWarning(SafeText.Line(
                $"In '{policy.Location}', {subject} not match an issue of any spec in that folder: {list}. "
                + "Remove the suppressions of fixed issues, or correct 'names' or 'file'."));
        }
    }

    private static Core.Spec.Validation.ParsedSpec Read(SpecInput input) => input switch
    {
        { File: { } file } => ReadFile(file),
        { Text: { } text } => Core.Spec.Validation.ParsedSpec.Parse(text, Core.Spec.SpecFormat.Json),
        _ => Core.Spec.Validation.ParsedSpec.FromTree(SpecConverter.ToTree(input.Given!)),
    };

    // A file that is not text is an issue of the file. A file that cannot be opened is an error.
    private static Core.Spec.Validation.ParsedSpec ReadFile(string file)
    {
        try
        {
            var text = Core.Files.TextFileReader.Read(file, Core.Diagnostics.ErrorCode.InvalidSpec);
            return Core.Spec.Validation.ParsedSpec.Parse(text, Core.Spec.SpecFile.FormatOf(file));
        }
        catch (Core.Diagnostics.SigmaEngineException e) when (e.Kind == Core.Diagnostics.ErrorCode.InvalidSpec)
        {
            return Core.Spec.Validation.ParsedSpec.Unreadable(e.Message);
        }
    }

    // Looks up the facts in the organization, if requested; false if that failed, which is already reported as an error.
    private bool Facts(Core.Spec.Validation.ParsedSpec reading, string label, out Core.Spec.Validation.OnlineFacts? facts)
    {
        Core.Spec.Validation.OnlineFacts? found = null;
        var asks = AsksSigma && reading.Root is not null;
        if (asks)
        {
            RunWithClient(label, async (client, pipeline, cancel) =>
            {
                var facts = Online
                    ? await _lookup.FindAsync(client, reading.Root!, cancel).ConfigureAwait(false)
                    : new Core.Spec.Validation.OnlineFacts();
                await AddFactsAsync(facts, reading.Root!, label, client, pipeline, cancel).ConfigureAwait(false);
                found = facts;
            });
        }

        facts = found;
        return !asks || found is not null;
    }

    private void Try(object? target, Action work)
    {
        var done = false;
        Run(target, () =>
        {
            work();
            done = true;
        });
        if (!done)
        {
            OnUnreadable();
        }
    }
}
