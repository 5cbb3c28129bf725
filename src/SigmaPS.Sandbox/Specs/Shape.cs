using System;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>The required shape of a JSON value. Additional keys are allowed everywhere, as in the published schema.</summary>
internal abstract class Shape
{
    public static Shape Text { get; } = new Kind(JsonValueKind.String);

    public static Shape Number { get; } = new Kind(JsonValueKind.Number);

    public static Shape Flag { get; } = new Kind(JsonValueKind.True, JsonValueKind.False);

    public static Shape TextOrNull { get; } = new Kind(JsonValueKind.String, JsonValueKind.Null);

    /// <summary>One plain value: null, boolean, number or text.</summary>
    public static Shape Single { get; } =
        new Kind(JsonValueKind.Null, JsonValueKind.True, JsonValueKind.False, JsonValueKind.Number, JsonValueKind.String);

    public abstract bool Fits(JsonNode? value);

    public static Shape Words(params string[] words) => new OneOfWords(words);

    public static Shape List(Shape item) => new ListOf(item);

    public static Shape Any(params Shape[] shapes) => new AnyOf(shapes);

    /// <summary>A list whose items all have one of the kinds; null items are allowed.</summary>
    public static Shape Values() => Any(
        List(new Kind(JsonValueKind.Null, JsonValueKind.True, JsonValueKind.False)),
        List(new Kind(JsonValueKind.Null, JsonValueKind.Number)),
        List(new Kind(JsonValueKind.Null, JsonValueKind.String)));

    private sealed class Kind(params JsonValueKind[] kinds) : Shape
    {
        public override bool Fits(JsonNode? value) => kinds.Contains(value?.GetValueKind() ?? JsonValueKind.Null);
    }

    private sealed class OneOfWords(string[] words) : Shape
    {
        public override bool Fits(JsonNode? value) => words.Contains(SpecText.Text(value), StringComparer.Ordinal);
    }

    private sealed class ListOf(Shape item) : Shape
    {
        public override bool Fits(JsonNode? value) => value is JsonArray list && list.All(item.Fits);
    }

    private sealed class AnyOf(Shape[] shapes) : Shape
    {
        public override bool Fits(JsonNode? value) => shapes.Any(s => s.Fits(value));
    }
}
