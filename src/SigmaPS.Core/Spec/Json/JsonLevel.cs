using System.Globalization;

namespace SigmaPS.Core.Spec.Json;

/// <summary>An open object or array of the reader.</summary>
internal sealed class JsonLevel(object value, bool isObject)
{
    /// <summary>The builder's value so far.</summary>
    public object Value { get; } = value;

    /// <summary>Whether it is an object; otherwise it is an array.</summary>
    public bool IsObject { get; } = isObject;

    /// <summary>The name of the member that is being read; unused in arrays.</summary>
    public string? Name { get; set; }

    /// <summary>The index of the item that is being read, from 0.</summary>
    public int Index { get; set; }

    /// <summary>The segment of the JSON pointer to the value that is being read.</summary>
    public string Segment => IsObject ? Name! : Index.ToString(CultureInfo.InvariantCulture);
}
