using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace SigmaPS;

/// <summary>A user's object or list that is being converted.</summary>
internal sealed class SpecTreeLevel : IDisposable
{
    private readonly IEnumerator<KeyValuePair<string?, object?>> _parts;
    private readonly Core.Spec.Json.JsonArray? _array;

    private SpecTreeLevel(object source, IEnumerable<KeyValuePair<string?, object?>> parts, Core.Spec.Json.JsonValue target)
    {
        Source = source;
        Target = target;
        _parts = parts.GetEnumerator();
        _array = target as Core.Spec.Json.JsonArray;
    }

    /// <summary>The user's value.</summary>
    public object Source { get; }

    /// <summary>The tree's value so far.</summary>
    public Core.Spec.Json.JsonValue Target { get; }

    /// <summary>The segment of the JSON pointer to the current part; null before the first part and while the next one is read.</summary>
    public string? Segment { get; private set; }

    /// <summary>The current part.</summary>
    public object? Current => _parts.Current.Value;

    public static SpecTreeLevel OfMembers(object source, IEnumerable<KeyValuePair<string, object?>> members, bool isMade) =>
        new(
            source,
            members.Select(member => new KeyValuePair<string?, object?>(member.Key, member.Value)),
            new Core.Spec.Json.JsonObject { IsMade = isMade });

    public static SpecTreeLevel OfItems(IEnumerable items) =>
        new(items, items.Cast<object?>().Select(item => new KeyValuePair<string?, object?>(null, item)), new Core.Spec.Json.JsonArray());

    /// <summary>Advances to the next part.</summary>
    public bool MoveNext()
    {
        // An error while a part is read already has the property's own segment.
        Segment = null;
        if (!_parts.MoveNext())
        {
            return false;
        }

        Segment = _parts.Current.Key ?? _array?.Count.ToString(CultureInfo.InvariantCulture) ?? "";
        return true;
    }

    /// <summary>Adds the converted part.</summary>
    public void Add(Core.Spec.Json.JsonValue value)
    {
        if (_array is not null)
        {
            _array.Add(value);
        }
        else
        {
            ((Core.Spec.Json.JsonObject)Target).Add(Segment!, value);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _parts.Dispose();
}
