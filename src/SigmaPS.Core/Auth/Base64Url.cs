using System;
using System.Security.Cryptography;

namespace SigmaPS.Core.Auth;

/// <summary>Base64 with the alphabet for URLs and without padding (RFC 7636, appendix A).</summary>
internal static class Base64Url
{
    public static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>Encodes random bytes of the system's cryptographic generator.</summary>
    public static string Random(int count)
    {
        var bytes = new byte[count];
        using var generator = RandomNumberGenerator.Create();
        generator.GetBytes(bytes);
        return Encode(bytes);
    }
}
