using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Core.Auth;

/// <summary>Reads the head of one request of the browser. Nothing more of HTTP is needed.</summary>
internal static class LoopbackRequest
{
    /// <summary>The limit in bytes. A callback has a few hundred; browsers send some cookies of other local servers.</summary>
    public const int Most = 32 * 1024;

    /// <summary>Returns the target of a GET request; null for any other or longer request.</summary>
    public static async Task<string?> ReadTargetAsync(Stream stream, CancellationToken cancel)
    {
        // The whole head is read, because closing a connection with unread bytes makes the browser drop the page.
        var bytes = new byte[Most];
        var length = 0;
        for (int count; (count = await stream.ReadAsync(bytes, length, bytes.Length - length, cancel).ConfigureAwait(false)) > 0;)
        {
            length += count;
            var head = Encoding.ASCII.GetString(bytes, 0, length);
            if (head.IndexOf("\r\n\r\n", StringComparison.Ordinal) >= 0)
            {
                return Target(head.Substring(0, head.IndexOf('\r')));
            }

            if (length == bytes.Length)
            {
                return null;
            }
        }

        return null;
    }

    private static string? Target(string line)
    {
        var parts = line.Split(' ');
        return parts.Length == 3 && parts[0] == "GET" && parts[1].StartsWith("/", StringComparison.Ordinal) ? parts[1] : null;
    }
}
