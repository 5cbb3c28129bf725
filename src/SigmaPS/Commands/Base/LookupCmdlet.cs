using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>A cmdlet that writes the entries of a list of the service, each page as soon as it arrives.</summary>
public abstract class LookupCmdlet : SigmaSessionCmdlet
{
    /// <summary>Converts the entries of pages and writes them.</summary>
    /// <param name="output">Receives the output.</param>
    /// <param name="map">Converts an entry to the public type; null omits the entry.</param>
    internal static Func<IReadOnlyList<T>, Task<bool>> Writing<T>(IOutput output, Func<T, object?> map) => async page =>
    {
        foreach (var entry in page)
        {
            if (map(entry) is { } shown)
            {
                await output.WriteAsync(shown).ConfigureAwait(false);
            }
        }

        return true;
    };

    /// <summary>Checks that a required argument has a value.</summary>
    internal static string RequireValue(string? value, string sentence) =>
        string.IsNullOrWhiteSpace(value)
            ? throw new Core.Diagnostics.SigmaEngineException(Core.Diagnostics.ErrorCode.InvalidArgument, sentence)
            : value!;
}
