using System.Globalization;

namespace SigmaPS.Core.Spec.Json;

/// <summary>JSON pointers (RFC 6901): how an issue or a change names its place.</summary>
public static class JsonPointer
{
    /// <summary>One step into an object.</summary>
    /// <param name="name">The member's name.</param>
    /// <returns>The escaped step with its slash.</returns>
    public static string Segment(string name) => "/" + name.Replace("~", "~0").Replace("/", "~1");

    /// <summary>One step into an array.</summary>
    /// <param name="index">The item's position, from 0.</param>
    /// <returns>The step with its slash.</returns>
    public static string Segment(int index) => "/" + index.ToString(CultureInfo.InvariantCulture);
}
