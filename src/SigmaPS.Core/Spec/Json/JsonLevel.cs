using System.Globalization;

namespace SigmaPS.Core.Spec.Json;

/// <summary>An object or array that the reader has begun and not ended.</summary>
internal sealed class JsonLevel
{
    public JsonLevel(object value, bool isObject) => (Value, IsObject) = (value, isObject);

    /// <summary>The builder's value so far.</summary>
    public object Value { get; }

    /// <summary>Whether it is an object; otherwise it is an array.</summary>
    public bool IsObject { get; }

    /// <summary>The name of the member that is being read; arrays have none.</summary>
    public string? Name { get; set; }

    /// <summary>The position of the item that is being read.</summary>
    public int Index { get; set; }

    /// <summary>The step of a JSON pointer to the value that is being read.</summary>
    public string Segment => IsObject ? Name! : Index.ToString(CultureInfo.InvariantCulture);
}
