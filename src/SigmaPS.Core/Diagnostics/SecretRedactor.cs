using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace SigmaPS.Core.Diagnostics;

/// <summary>Redaction: removes the client secret and all tokens of a session from text that a person will see.</summary>
/// <remarks>It stores no secret, only keyed hashes of windows of each. So it also finds parts of a secret, in plain text, Base64 and
/// escapes.</remarks>
public sealed class SecretRedactor : IDisposable
{
    // A shorter text cannot be distinguished from a word.
    private const int Shortest = 8;
    private const int Window = 12;

    private static readonly object Gate = new();
    private static readonly List<SecretRedactor> Live = new();
    private static readonly ulong Key = NewKey();
    private readonly Dictionary<int, HashSet<ulong>> _windows = new();

    internal SecretRedactor()
    {
        lock (Gate)
        {
            Live.Add(this);
        }
    }

    /// <summary>Removes the secrets of all open sessions from a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text with *** for each secret.</returns>
    public static string RedactAll(string text)
    {
        SecretRedactor[] live;
        lock (Gate)
        {
            live = Live.ToArray();
        }

        return live.Aggregate(text, (shown, redactor) => redactor.Redact(shown));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (Gate)
        {
            Live.Remove(this);
        }
    }

    /// <summary>Adds a secret to remove from now on.</summary>
    internal void Add(string secret)
    {
        if (secret.Length < Shortest)
        {
            return;
        }

        lock (_windows)
        {
            foreach (var form in Base64Forms.Of(secret).Append(secret))
            {
                var length = Math.Min(form.Length, Window);
                if (!_windows.TryGetValue(length, out var hashes))
                {
                    _windows.Add(length, hashes = new HashSet<ulong>());
                }

                for (var i = 0; i + length <= form.Length; i++)
                {
                    hashes.Add(Hash(form, i, length));
                }
            }
        }
    }

    /// <summary>Removes the secrets of this session from a text.</summary>
    internal string Redact(string text)
    {
        var hidden = new bool[text.Length];
        lock (_windows)
        {
            foreach (var view in EscapedText.Views(text))
            {
                foreach (var pair in _windows)
                {
                    Hide(view, pair.Key, pair.Value, hidden);
                }
            }
        }

        return Array.IndexOf(hidden, true) < 0 ? text : Without(text, hidden);
    }

    private static void Hide(EscapedText view, int length, HashSet<ulong> hashes, bool[] hidden)
    {
        for (var i = 0; i + length <= view.Text.Length; i++)
        {
            if (hashes.Contains(Hash(view.Text, i, length)))
            {
                for (var at = view.Start(i); at < view.End(i + length - 1); at++)
                {
                    hidden[at] = true;
                }
            }
        }
    }

    private static string Without(string text, bool[] hidden)
    {
        var shown = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (!hidden[i])
            {
                shown.Append(text[i]);
            }
            else if (i == 0 || !hidden[i - 1])
            {
                shown.Append("***");
            }
        }

        return shown.ToString();
    }

    private static ulong Hash(string text, int start, int length)
    {
        var hash = Key;
        for (var i = start; i < start + length; i++)
        {
            hash = (hash ^ text[i]) * 1099511628211UL;
            hash ^= hash >> 29;
        }

        return hash;
    }

    private static ulong NewKey()
    {
        var bytes = new byte[8];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(bytes);
        return BitConverter.ToUInt64(bytes, 0);
    }
}
