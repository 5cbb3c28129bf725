using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Release;

/// <summary>The values of environment variables that a release puts into the content.</summary>
/// <remarks>
/// Everything that a person reads shows their references. The session's redactor gets the values too, but it cannot replace this class:
/// it stores hashes, so it shows *** and not the reference, and it finds only texts of eight characters or more. A plan shows the
/// reference, hides a shorter value with its field, and hides the value of an earlier publish, which only the text around it identifies.
/// </remarks>
public sealed class HiddenValues
{
    // A shorter value cannot be distinguished from other text. It is hidden if its whole field is shown.
    private const int Shortest = 4;

    private readonly List<HiddenValue> _values;
    private readonly SecretRedactor? _session;
    private readonly ConcurrentDictionary<string, HiddenText> _texts = new(StringComparer.Ordinal);

    internal HiddenValues(IEnumerable<VariableValue> variables, SecretRedactor? session)
    {
        _values = variables.SelectMany(variable => variable.Hidden).Distinct().OrderByDescending(hidden => hidden.Value.Length).ToList();
        _session = session;

        // A response of the service can quote them: each error and each line of the log is without them.
        _values.ForEach(hidden => _session?.Add(hidden.Value));
    }

    /// <summary>Nothing to hide.</summary>
    public static HiddenValues None { get; } = new(Array.Empty<VariableValue>(), null);

    /// <summary>Whether there is nothing to hide.</summary>
    public bool IsEmpty => _values.Count == 0;

    /// <summary>A log without them.</summary>
    internal ILog In(ILog log) => new RedactedLog(log, Mask);

    /// <summary>Remembers texts of the content that contain them.</summary>
    internal void Add(IEnumerable<HiddenText> texts)
    {
        foreach (var text in texts)
        {
            _texts[text.Text] = text;
        }
    }

    /// <summary>Whether a text of the content contains one.</summary>
    /// <param name="text">The text.</param>
    internal bool IsHidden(string? text) => text is not null && _texts.ContainsKey(text);

    /// <summary>A text without them.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text with the references in their place.</returns>
    public string Mask(string text)
    {
        var whole = _texts.Values.Where(hidden => hidden.Text.Length >= Shortest && text.Contains(hidden.Text));
        foreach (var hidden in whole.OrderByDescending(hidden => hidden.Text.Length))
        {
            text = text.Replace(hidden.Text, hidden.Shown);
        }

        foreach (var hidden in _values.Where(hidden => hidden.Value.Length >= Shortest))
        {
            text = text.Replace(hidden.Value, hidden.Reference);
        }

        return _session?.Redact(text) ?? text;
    }

    /// <summary>An error without them.</summary>
    /// <param name="error">The error.</param>
    /// <returns>The error, or a copy.</returns>
    public SigmaEngineException Mask(SigmaEngineException error) => error.Redacted(Mask);

    /// <summary>Changes without them: neither today's values nor those of an earlier publish.</summary>
    internal IReadOnlyList<SpecChange> Mask(IReadOnlyList<SpecChange> changes) => IsEmpty ? changes : changes.Select(change =>
    {
        var (old, now) = (MaskPair(change.Old, change.New), MaskPair(change.New, change.Old));
        var names = change.Names.Select(Mask).ToList();
        return new SpecChange(change.Change, change.Kind, names, change.Pointer) { Property = change.Property, Old = old, New = now };
    }).ToList();

    // The two sides of a change have the same shape where they are one field of one item.
    private JsonValue? MaskPair(JsonValue? value, JsonValue? counterpart)
    {
        switch (value)
        {
            case JsonString text:
                return new JsonString(Show(text.Value, (counterpart as JsonString)?.Value), text.Offset);
            case JsonArray items:
                var array = new JsonArray(items.Offset);
                for (var i = 0; i < items.Count; i++)
                {
                    array.Add(MaskPair(items[i], counterpart is JsonArray others && i < others.Count ? others[i] : null)!);
                }

                return array;
            case JsonObject o:
                var masked = new JsonObject(o.Offset);
                foreach (var member in o)
                {
                    masked.Add(member.Name, MaskPair(member.Value, (counterpart as JsonObject)?[member.Name])!);
                }

                return masked;
            default:
                return value;
        }
    }

    private string Show(string text, string? counterpart) =>
        _texts.TryGetValue(text, out var hidden) ? hidden.Shown
        : counterpart is not null && _texts.TryGetValue(counterpart, out var other) ? other.ShowEarlier(text)
        : Mask(text);
}
