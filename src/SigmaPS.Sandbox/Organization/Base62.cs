using System;
using System.Numerics;

namespace SigmaPS.Sandbox;

/// <summary>Converts a UUID to the ID in URLs: base62 with 0-9a-zA-Z, big endian, without padding (spec.md section 1).</summary>
public static class Base62
{
    private const string Alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public static string Encode(string uuid)
    {
        BigInteger rest = new(Guid.Parse(uuid).ToByteArray(bigEndian: true), isUnsigned: true, isBigEndian: true);
        string text = rest.IsZero ? "0" : "";
        while (!rest.IsZero)
        {
            rest = BigInteger.DivRem(rest, 62, out BigInteger digit);
            text = Alphabet[(int)digit] + text;
        }

        return text;
    }
}
