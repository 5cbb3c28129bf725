using System.Collections.Generic;

namespace SigmaPS.Core.Spec.Json;

/// <summary>Drives a builder by a tree, as <see cref="JsonReader"/> does by a text.</summary>
/// <remarks>The open objects and arrays are in a list and not on the thread's stack: no depth of a tree can exhaust it.</remarks>
internal sealed class TreeDriver(IObjectBuilder builder)
{
    private readonly IObjectBuilder _builder = builder;
    private readonly List<Level> _open = new();

    /// <summary>Builds a value.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="NotRepresentableException">The builder cannot hold a value.</exception>
    public object? Build(JsonValue value)
    {
        try
        {
            var built = Begin(value);
            while (_open.Count > 0)
            {
                built = Continue(_open[_open.Count - 1]);
            }

            return built;
        }
        catch (NotRepresentableException e)
        {
            e.PrependAll(_open, level => level.Segment);
            throw;
        }
    }

    private object? Continue(Level level)
    {
        if (level.Parts.MoveNext())
        {
            var depth = _open.Count;
            var part = Begin(level.Parts.Current.Value);
            if (_open.Count == depth)
            {
                Add(level, part);
            }

            return part;
        }

        level.Parts.Dispose();
        _open.RemoveAt(_open.Count - 1);
        if (_open.Count > 0)
        {
            Add(_open[_open.Count - 1], level.Built);
        }

        return level.Built;
    }

    // Opens a level for an object or an array, and makes anything else at once.
    private object? Begin(JsonValue value) => value switch
    {
        JsonObject o => Open(_builder.BeginObject(o.Offset), o.GetEnumerator(), isObject: true),
        JsonArray a => Open(_builder.BeginArray(a.Offset), Items(a), isObject: false),
        JsonString s => _builder.Text(s.Value, s.Offset),
        JsonNumber n => _builder.Number(n.Text, n.Offset),
        JsonBoolean b => _builder.Boolean(b.Value, b.Offset),
        _ => _builder.Null(value.Offset),
    };

    private object Open(object built, IEnumerator<JsonMember> parts, bool isObject)
    {
        _open.Add(new Level(built, parts, isObject));
        return built;
    }

    private void Add(Level level, object? part)
    {
        if (level.IsObject)
        {
            _builder.AddMember(level.Built, level.Parts.Current.Name, part);
        }
        else
        {
            _builder.AddItem(level.Built, part);
            level.Index++;
        }
    }

    private static IEnumerator<JsonMember> Items(JsonArray items)
    {
        foreach (var item in items)
        {
            yield return new JsonMember("", item);
        }
    }

    private sealed class Level(object built, IEnumerator<JsonMember> parts, bool isObject)
    {
        public object Built { get; } = built;

        public IEnumerator<JsonMember> Parts { get; } = parts;

        public bool IsObject { get; } = isObject;

        public int Index { get; set; }

        public string? Segment => IsObject ? Parts.Current.Name : Index.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
