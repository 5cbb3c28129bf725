using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace SigmaPS.Core.Http;

/// <summary>Takes every secret that a session has ever had out of text that a person will see: secret, current token and all tokens before it.</summary>
/// <remarks>It keeps no secret, only keyed hashes of windows of each. So a part of a secret is found as well as the whole, in plain text, Base64 and escapes.</remarks>
public sealed class SecretRedactor : IDisposable
{
    // What is shorter cannot be told from a word.
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

    /// <summary>Takes the secrets of all live sessions out of a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text with *** in the place of each.</returns>
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

    /// <summary>A secret to look for from now on.</summary>
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

    /// <summary>Takes the secrets of this session out of a text.</summary>
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
