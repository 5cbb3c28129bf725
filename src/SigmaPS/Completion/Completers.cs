using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Management.Automation;
using SigmaPS.Mapping;

namespace SigmaPS.Completion;

/// <summary>Completes names of live models.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelNameCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) => ModelCompletionCache.GetModels(bound).Select(model => new Candidate(model.Name)).OrderBy(candidate => candidate.Text, System.StringComparer.OrdinalIgnoreCase);
}

/// <summary>Completes IDs of live models, which are found by name too.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelIdCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) => ModelCompletionCache.GetModels(bound).Select(model => new Candidate(model.DataModelId, model.Name)).OrderBy(candidate => candidate.Hint, System.StringComparer.OrdinalIgnoreCase);
}

/// <summary>Completes regions of Sigma.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RegionCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) => Core.Http.RegionEndpoints.Regions.Select(region => new Candidate(region));
}

/// <summary>Completes IDs of the offline rules.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RuleCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) => Core.Spec.Validation.SpecRuleSet.All.Select(rule => new Candidate(rule.Id));
}

/// <summary>Completes elements of the spec on the command line.</summary>
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

/// <summary>Completes columns of the element on the command line, or of all elements.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ColumnCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) => BoundSpec.Items(bound, "columns");
}

/// <summary>Completes metrics of the element on the command line, or of all elements.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MetricCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) => BoundSpec.Items(bound, "metrics");
}

/// <summary>Finds the spec in -Spec on the command line.</summary>
internal static class BoundSpec
{
    /// <summary>The spec; null if it is not known before the line runs.</summary>
    public static Core.Spec.SpecDocument? Find(IDictionary bound) =>
        bound["Spec"] is { } given && given is not string ? Core.Spec.SpecDocument.From(SpecConverter.ToTree(given), "The spec") : null;

    /// <summary>The names in a list of the element on the command line, or of all elements.</summary>
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

/// <summary>Completes environments of the file on the command line.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EnvironmentCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound)
    {
        // Completion runs in the runspace of the command line, so paths are relative to its location.
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        var here = shell.AddScript("$ExecutionContext.SessionState.Path.CurrentFileSystemLocation.ProviderPath").Invoke<string>().FirstOrDefault() ?? "";
        var folder = System.IO.Path.Combine(here, bound["LiteralPath"] as string ?? bound["Path"] as string ?? ".");
        var file = bound["EnvironmentPath"] is string path ? System.IO.Path.Combine(here, path) : Core.Release.EnvironmentReader.Find(System.IO.Path.GetFullPath(folder));
        return Core.Release.EnvironmentReader.Names(file).Select(name => new Candidate(name));
    }
}
