using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Compares a tree with the schema, on the branch that its own values select.</summary>
internal sealed class SchemaValidator
{
    public static readonly SpecRule MissingKey = new("missing-key", IssueSeverity.Error, "Every key that the service needs exists.");
    public static readonly SpecRule WrongType = new("wrong-type", IssueSeverity.Error, "A value has the type of the schema.");
    public static readonly SpecRule UnknownKind = new(
        "unknown-kind",
        IssueSeverity.Hint,
        "A kind of item is in the published schema; the service may know newer ones.");
    public static readonly SpecRule UnknownValue = new(
        "unknown-value",
        IssueSeverity.Hint,
        "A value is in the list of the published schema; the service may know newer ones.");
    public static readonly SpecRule LikelySlip = new(
        "likely-slip",
        IssueSeverity.Hint,
        "A key is not one letter away from one that the schema knows.");
    public static readonly SpecCheck Check = new(
        (scene, sink) => new SchemaValidator(sink).Object(scene.Value, Schema.Root, null),
        MissingKey,
        WrongType,
        UnknownKind,
        UnknownValue,
        LikelySlip);

    private readonly IssueCollector _sink;

    private SchemaValidator(IssueCollector sink) => _sink = sink;

    private void Object(JsonValue value, SchemaType type, string? field)
    {
        if (value is not JsonObject o)
        {
            var subject = field is null ? "it" : SchemaMessages.Quote(field);
            _sink.Report(
                WrongType,
                value,
                $"{subject} has to be an object and is {SchemaMessages.Shown(value)}",
                SchemaMessages.Instead(field),
                field ?? "");
            return;
        }

        var branch = Branch(o, type, out var chosen);
        foreach (var member in o)
        {
            if (branch.Find(member.Name) is { } key)
            {
                Member(member.Value, key);
            }
            else if (branch.By is null)
            {
                Slip(o, member, branch);
            }
        }

        foreach (var key in branch.Keys.Where(key => key.IsRequired && !o.Has(key.Name)))
        {
            _sink.Report(MissingKey, o, SchemaMessages.Missing(key.Name, type.Name, chosen), MissingAdvice.For(key, o, branch), key.Name);
        }

        DateRanges.Check(o, branch, _sink);
    }

    // The branch that the object's own values select. If a value is unknown, the result still has branches, and the rest cannot be checked.
    private SchemaType Branch(JsonObject o, SchemaType type, out string chosen)
    {
        chosen = "";
        while (type.By is { } by)
        {
            if (o[by] is not JsonString word)
            {
                break;
            }

            if (!type.Branches.TryGetValue(word.Value, out var branch))
            {
                var meant = SpellingSuggestion.To(word.Value, type.Branches.Keys);
                _sink.Report(
                    UnknownKind,
                    word,
                    $"the {by} '{SchemaMessages.Cut(word.Value)}' is not one that the schema knows",
                    meant is null ? $"The schema knows {SchemaMessages.List(type.Branches.Keys)}." : $"Did you mean '{meant}'?",
                    by + "\n" + word.Value);
                break;
            }

            var outer = chosen.Length > 0 ? chosen + " in " : "";
            chosen = $"{outer}{by} '{word.Value}'";
            type = branch;
        }

        return type;
    }

    private void Member(JsonValue value, SchemaKey key)
    {
        if (!key.IsList)
        {
            Value(value, key);
        }
        else if (value is not JsonArray items)
        {
            _sink.Report(
                WrongType,
                value,
                $"'{key.Name}' has to be a list and is {SchemaMessages.Shown(value)}",
                value is JsonNull
                    ? $"Write \"{key.Name}\": [] for an empty list, or remove the key."
                    : $"Put [ ] around the value of '{key.Name}'.",
                key.Name);
        }
        else
        {
            foreach (var item in items)
            {
                Value(item, key);
            }
        }
    }

    private void Value(JsonValue value, SchemaKey key)
    {
        if (Schema.Type(key.Form) is { } type)
        {
            Object(value, type, key.Name);
        }
        else if (key.Form == "date" && value is JsonObject)
        {
            Object(value, Schema.Type("reldate")!, key.Name);
        }
        else if (!SchemaMessages.Fits(value, key.Form, out var expected))
        {
            var subject = key.IsList ? $"an item of '{key.Name}'" : $"'{key.Name}'";
            _sink.Report(
                WrongType,
                value,
                $"{subject} has to be {expected} and is {SchemaMessages.Shown(value)}",
                SchemaMessages.Instead(key, value),
                key.Name);
        }
        else if (Schema.Allowed(key.Form) is { } words && value is JsonString word && System.Array.IndexOf(words, word.Value) < 0)
        {
            var meant = SpellingSuggestion.To(word.Value, words);
            _sink.Report(
                UnknownValue,
                value,
                $"'{key.Name}' is '{SchemaMessages.Cut(word.Value)}', which the schema does not list",
                meant is null ? $"The schema lists {SchemaMessages.List(words)}." : $"Did you mean '{meant}'?",
                key.Name + "\n" + word.Value);
        }
    }

    private void Slip(JsonObject o, JsonMember member, SchemaType type)
    {
        if (
            _sink.IsOn(LikelySlip)
            && SpellingSuggestion.To(member.Name, type.Keys.Select(key => key.Name).Where(name => !o.Has(name))) is { } meant)
        {
            _sink.Report(
                LikelySlip,
                member.Value,
                $"the key '{SchemaMessages.Cut(member.Name)}' is unknown to the schema and close to '{meant}'",
                $"Rename '{SchemaMessages.Cut(member.Name)}' to '{meant}'.",
                member.Name);
        }
    }
}
