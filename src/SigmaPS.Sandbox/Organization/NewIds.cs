using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace SigmaPS.Sandbox;

/// <summary>Creates IDs in the service's forms (spec.md section 11).</summary>
internal static class NewIds
{
    private const string ShortAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

    public static string Uuid() => Guid.NewGuid().ToString();

    public static string Token(string kind) => "sbx" + kind + RandomNumberGenerator.GetHexString(48, lowercase: true);

    /// <summary>A version 4 UUID that is the same on every run, so that seeded items keep their IDs.</summary>
    public static string Stable(string name)
    {
        byte[] bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    /// <summary>Ten characters that are the same on every run.</summary>
    public static string Short(string name) =>
        string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(name)).Take(10).Select(b => ShortAlphabet[b % ShortAlphabet.Length]));
}
