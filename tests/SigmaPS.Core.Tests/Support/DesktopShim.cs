#if NETFRAMEWORK
using System;
using System.Text.RegularExpressions;

namespace SigmaPS.Core.Tests
{
    /// <summary>Members that the tests use and that neither .NET Framework nor the polyfills have.</summary>
    internal static class DesktopShim
    {
        public static string Replace(this string text, string old, string replacement, StringComparison comparison) =>
            comparison == StringComparison.Ordinal
                ? text.Replace(old, replacement)
                : Regex.Replace(
                    text,
                    Regex.Escape(old),
                    replacement.Replace("$", "$$"),
                    comparison == StringComparison.OrdinalIgnoreCase
                        ? RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
                        : throw new NotSupportedException());

        public static T[] ToArray<T>(this ArraySegment<T> part) => new ReadOnlySpan<T>(part.Array, part.Offset, part.Count).ToArray();
    }
}

namespace System.Runtime.CompilerServices
{
    /// <summary>The compiler cuts a range out of an array with it.</summary>
    internal static class RuntimeHelpers
    {
        public static T[] GetSubArray<T>(T[] array, Range range)
        {
            var (offset, length) = range.GetOffsetAndLength(array.Length);
            return new ReadOnlySpan<T>(array, offset, length).ToArray();
        }
    }
}
#endif
