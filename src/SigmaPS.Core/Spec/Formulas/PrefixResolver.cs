using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>Resolves references such as [Prefix/Name] in the formulas of one element (spec sheet, sections 4 and 11).</summary>
internal sealed class PrefixResolver(ElementScope scope)
{
    private const string MetricsPrefix = "Metrics";

    private readonly ElementScope _scope = scope;
    private IReadOnlyDictionary<string, JsonObject>? _likelyPrefixes;

    // An element on another model can keep its source's name, Sigma's default. It then reads from its source, not from itself.
    private bool KeepsNameOfSource => _scope.Sources.Count > 0 && _scope.Sources.All(source => source.Prefix is null);

    /// <summary>Resolves a name with its prefix. The sources come first, and a prefix with another case comes last.</summary>
    /// <param name="prefix">The prefix.</param>
    /// <param name="name">The name.</param>
    public Resolution Resolve(string prefix, string name)
    {
        var (found, missed) = FromSources(prefix, name, StringComparison.Ordinal);
        return found
            ?? (prefix == MetricsPrefix ? MetricChain.Find(_scope, name) : null)
            ?? (prefix == _scope.Name && !KeepsNameOfSource ? _scope.Named(name, ReferenceRoute.Own) : null)
            ?? missed
            ?? FromLikelyPrefix(prefix)
            ?? FromOtherElement(prefix, name)
            ?? IgnoringCase(prefix, name)
            ?? NotFound(prefix, name);
    }

    private (Resolution? Found, Resolution? Missed) FromSources(string prefix, string name, StringComparison comparison)
    {
        Resolution? missed = null;
        foreach (var source in _scope.Sources)
        {
            if (!string.Equals(source.Prefix, prefix, comparison))
            {
                continue;
            }

            var found = source.Find(name);
            if (found.Kind != ReferenceKind.Unresolved)
            {
                return (found, null);
            }

            missed ??= found;
        }

        return (null, missed);
    }

    private Resolution? FromLikelyPrefix(string prefix)
    {
        _likelyPrefixes ??= LikelyPrefixes.Find(_scope.Element, _scope.Sources);
        return _likelyPrefixes.TryGetValue(prefix, out var source) ? Resolution.OutOfSight(ReferenceRoute.Source, source) : null;
    }

    private Resolution? FromOtherElement(string prefix, string name) =>
        _scope.Model
            .ByName(prefix)
            .Where(element => element != _scope)
            .Select(element => element.Named(name, ReferenceRoute.Elsewhere))
            .FirstOrDefault(other => other is not null);

    private Resolution? IgnoringCase(string prefix, string name) =>
        prefix != _scope.Name && FromSources(prefix, name, StringComparison.OrdinalIgnoreCase).Found is { } found
            ? found with { IgnoresCase = true }
            : null;

    private Resolution NotFound(string prefix, string name)
    {
        var others = _scope.Model.ByName(prefix).ToList();
        if (
            _scope.Sources.Any(source => source.Prefix is null)
            || _scope.Element.Object("source") is null
            || others.Any(element => element.MayBeUnnamed(name)))
        {
            return Resolution.OutOfSight(ReferenceRoute.Source, _scope.Sources.Count == 1 ? _scope.Sources[0].Source : null);
        }

        var isCertain =
            _scope.Model.HasCertainNames.Value
            && _scope.Sources.All(source => source.IsCertain)
            && others.All(element => element.HasCertainNames);
        return Resolution.Unresolved(ReferenceRoute.Source, others.Count > 0 ? name : prefix, isCertain);
    }
}
