using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Management.Automation;
using SigmaPS.Mapping;

namespace SigmaPS.Completion;

/// <summary>Names of live models.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelNameCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) => ModelCompletionCache.GetModels(bound).Select(model => new Candidate(model.Name)).OrderBy(candidate => candidate.Text, System.StringComparer.OrdinalIgnoreCase);
}

/// <summary>Ids of live models, found by the model's name too.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelIdCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) => ModelCompletionCache.GetModels(bound).Select(model => new Candidate(model.DataModelId, model.Name)).OrderBy(candidate => candidate.Hint, System.StringComparer.OrdinalIgnoreCase);
}

/// <summary>Regions of Sigma.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RegionCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) => Core.Http.RegionEndpoints.Regions.Select(region => new Candidate(region));
}

/// <summary>Ids of the offline rules.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RuleCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) => Core.Spec.Validation.SpecRuleSet.All.Select(rule => new Candidate(rule.Id));
}

/// <summary>Elements of the spec that the line names.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ElementCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound)
    {
        if (BoundSpec.Find(bound) is not { } document)
        {
            return Enumerable.Empty<Candidate>();
        }

        var names = new Core.Spec.DisplayNames(document);
        return document.Elements.Select(element => new Candidate(names.OfElement(element)));
    }
}

/// <summary>Columns of the element that the line names, or of all.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ColumnCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) => BoundSpec.Items(bound, "columns");
}

/// <summary>Metrics of the element that the line names, or of all.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MetricCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) => BoundSpec.Items(bound, "metrics");
}

/// <summary>The spec that a line names with -Spec.</summary>
internal static class BoundSpec
{
    /// <summary>The spec; null where the line names none that is known before it is run.</summary>
    public static Core.Spec.SpecDocument? Find(IDictionary bound) =>
        bound["Spec"] is { } given && given is not string ? Core.Spec.SpecDocument.From(SpecConverter.ToTree(given), "The spec") : null;

    /// <summary>The names in a list of the element that the line names, or of all elements.</summary>
    public static IEnumerable<Candidate> Items(IDictionary bound, string list)
    {
        var element = (bound["Element"] as IEnumerable<string>)?.FirstOrDefault() ?? bound["Element"] as string;
        if (Find(bound) is not { } document)
        {
            return Enumerable.Empty<Candidate>();
        }

        var names = new Core.Spec.DisplayNames(document);
        return document.Elements.Where(candidate => string.IsNullOrEmpty(element) || names.OfElement(candidate) == element || candidate.Text("id") == element)
            .SelectMany(table => table.Array(list)?.OfType<Core.Spec.Json.JsonObject>() ?? Enumerable.Empty<Core.Spec.Json.JsonObject>())
            .Select(item => new Candidate(names.Of(item)));
    }
}

/// <summary>Environments of the file that the line means.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EnvironmentCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound)
    {
        // Completion runs in the runspace of the line, whose location is what a path is relative to.
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        var here = shell.AddScript("$ExecutionContext.SessionState.Path.CurrentFileSystemLocation.ProviderPath").Invoke<string>().FirstOrDefault() ?? "";
        var folder = System.IO.Path.Combine(here, bound["LiteralPath"] as string ?? bound["Path"] as string ?? ".");
        var file = bound["EnvironmentPath"] is string path ? System.IO.Path.Combine(here, path) : Core.Release.EnvironmentReader.Find(System.IO.Path.GetFullPath(folder));
        return Core.Release.EnvironmentReader.Names(file).Select(name => new Candidate(name));
    }
}
