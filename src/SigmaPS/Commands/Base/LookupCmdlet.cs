using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>A cmdlet that gives what a list of the service holds, each page as soon as it has come.</summary>
public abstract class LookupCmdlet : SigmaSessionCmdlet
{
    /// <summary>Takes pages of entries and writes what becomes of them.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="map">An entry as an object for users; null leaves the entry out.</param>
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

    /// <summary>What a user has to say.</summary>
    internal static string RequireValue(string? value, string sentence) =>
        string.IsNullOrWhiteSpace(value) ? throw new Core.Diagnostics.SigmaEngineException(Core.Diagnostics.ErrorCode.InvalidArgument, sentence) : value!;
}
