using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Spec.Validation;

namespace SigmaPS.Core.Reports;

/// <summary>Reads sigmaps.rules.json. One error lists all mistakes in it, with their lines.</summary>
internal sealed class RulesFile
{
    private const int MostNamed = 10;

    private static readonly string[] RootKeys = { "$schema", "severities", "suppressions", "customFunctions" };
    private static readonly string[] SuppressionKeys = { "rule", "reason", "names", "file" };

    private readonly string _path;
    private readonly LineMap _lines;
    private readonly List<string> _problems = new();
    private readonly Dictionary<string, IssueSeverity?> _severities = new(StringComparer.Ordinal);
    private readonly List<Suppression> _suppressions = new();
    private readonly HashSet<string> _customFunctions = new(StringComparer.Ordinal);

    private RulesFile(string path, string text)
    {
        _path = path;
        _lines = new LineMap(text);
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="SigmaEngineException">The file cannot be read or has mistakes.</exception>
    public static RulePolicy Read(string path)
    {
        var text = TextFileReader.Read(path, ErrorCode.InvalidArgument);
        var file = new RulesFile(path, text);
        try
        {
            file.Root(JsonTree.Parse(text));
        }
        catch (JsonSyntaxException e)
        {
            file._problems.Add($"line {e.Position.Line}, column {e.Position.Column}: {e.Problem}");
        }

        return file._problems.Count == 0
            ? new RulePolicy(file._severities, file._suppressions, path) { CustomFunctions = file._customFunctions }
            : throw new SigmaEngineException(
                ErrorCode.InvalidArgument,
                $"The rules in '{path}' are wrong: {file.Problems()}.")
            {
                Target = path,
            };
    }

    private string Problems()
    {
        var more = Wording.More(_problems.Count, MostNamed, "; and ");
        return string.Join("; ", _problems.Take(MostNamed)) + more;
    }

    private void Root(JsonValue value)
    {
        if (Object(value, "the file", RootKeys) is not { } root)
        {
            return;
        }

        foreach (
            var member in root["severities"] is { } severities
                ? Object(severities, "'severities'", null) ?? Enumerable.Empty<JsonMember>()
                : Enumerable.Empty<JsonMember>())
        {
            if (Rule(member.Name, member.Value))
            {
                _severities[member.Name] = Severity(member.Value);
            }
        }

        foreach (
            var name in root["customFunctions"] is { } functions
                ? List(functions, "'customFunctions'") ?? Enumerable.Empty<JsonValue>()
                : Enumerable.Empty<JsonValue>())
        {
            CustomFunction(name);
        }

        if (root["suppressions"] is { } suppressions && List(suppressions, "'suppressions'") is { } items)
        {
            foreach (var item in items)
            {
                Suppression(item);
            }
        }
    }

    // Sigma takes letters and digits with a capital first (function sheet, section 0).
    private void CustomFunction(JsonValue value)
    {
        if (value is not JsonString { Value: { Length: > 0 } name } || !char.IsUpper(name[0]) || !name.All(char.IsLetterOrDigit))
        {
            Problem(value, "'customFunctions' contains names of functions: letters and digits, with a capital first");
        }
        else
        {
            _customFunctions.Add(name);
        }
    }

    private void Suppression(JsonValue value)
    {
        if (Object(value, "a suppression", SuppressionKeys) is not { } o)
        {
            return;
        }

        var rule = Text(o, "rule");
        var reason = Text(o, "reason");
        if (rule is null)
        {
            Problem(o, "a suppression needs 'rule', the ID of a rule");
        }
        else if (!Rule(rule, o["rule"]!))
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            Problem(o, "a suppression needs 'reason', in words");
        }

        var names = o["names"] is { } list
            ? List(list, "'names'")
                ?.Select(name => name is JsonString text ? text.Value : Problem<string>(name, "'names' contains texts only"))
                .ToList()
            : null;
        _suppressions.Add(
            new Suppression(
                rule ?? "",
                reason ?? "",
                names?.OfType<string>().ToList() ?? new List<string>(),
                Text(o, "file"),
                System.IO.Path.GetDirectoryName(_path)!,
                _lines.At(o.Offset)));
    }

    private IssueSeverity? Severity(JsonValue value)
    {
        var word = (value as JsonString)?.Value ?? "";
        if (string.Equals(word, "off", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return Enum.GetNames(typeof(IssueSeverity)).Contains(word, StringComparer.OrdinalIgnoreCase)
            ? (IssueSeverity)Enum.Parse(typeof(IssueSeverity), word, ignoreCase: true)
            : Problem<IssueSeverity?>(value, "a severity is \"error\", \"warning\", \"hint\" or \"off\"");
    }

    private bool Rule(string id, JsonValue at)
    {
        var known = SpecRuleSet.All.Select(rule => rule.Id).ToList();
        if (known.Contains(id))
        {
            return true;
        }

        var meant = SpellingSuggestion.To(id, known);
        var hint = meant is null ? "the rules are " + string.Join(", ", known) : $"did you mean '{meant}'?";
        Problem(at, $"there is no rule '{SchemaMessages.Cut(id)}'; {hint}");
        return false;
    }

    private JsonObject? Object(JsonValue value, string what, string[]? keys)
    {
        if (value is not JsonObject o)
        {
            return Problem<JsonObject>(value, $"{what} has to be an object");
        }

        foreach (var member in o.Where(member => keys?.Contains(member.Name) == false))
        {
            var meant = SpellingSuggestion.To(member.Name, keys!);
            var hint = meant is null ? "the keys are " + string.Join(", ", keys!) : $"did you mean '{meant}'?";
            Problem(member.Value, $"{what} has no key '{SchemaMessages.Cut(member.Name)}'; {hint}");
        }

        return o;
    }

    private JsonArray? List(JsonValue value, string what) => value as JsonArray ?? Problem<JsonArray>(value, $"{what} has to be a list");

    private string? Text(JsonObject o, string key) =>
        o[key] is null or JsonString ? o.Text(key) : Problem<string>(o[key]!, $"'{key}' has to be text");

    private T? Problem<T>(JsonValue at, string what)
    {
        Problem(at, what);
        return default;
    }

    private void Problem(JsonValue at, string what)
    {
        var place = _lines.At(at.Offset);
        _problems.Add($"line {place.Line}, column {place.Column}: {what}");
    }
}
