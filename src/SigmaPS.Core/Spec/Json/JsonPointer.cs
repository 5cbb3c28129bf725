using System.Globalization;

namespace SigmaPS.Core.Spec.Json;

/// <summary>JSON pointers (RFC 6901), which locate issues and changes.</summary>
public static class JsonPointer
{
    /// <summary>The segment of an object member.</summary>
    /// <param name="name">The member's name.</param>
    /// <returns>The escaped segment with its slash.</returns>
    public static string Segment(string name) => "/" + name.Replace("~", "~0").Replace("/", "~1");

    /// <summary>The segment of an array item.</summary>
    /// <param name="index">The item's position, from 0.</param>
    /// <returns>The segment with its slash.</returns>
    public static string Segment(int index) => "/" + index.ToString(CultureInfo.InvariantCulture);
}
