using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Validation;

namespace SigmaPS.Core.Release;

/// <summary>A name or pattern that selects models for a release. One that matches nothing is a slip, not "nothing to do".</summary>
/// <param name="text">The name or pattern.</param>
/// <param name="place">Its line in the environment file; null for a name of the command line.</param>
/// <param name="fits">Whether a model's name matches.</param>
public sealed class ReleaseSelection(string text, string? place, Func<string, bool> fits)
{
    /// <summary>Requires a match for each selection among the models of the folder and the live models beside them.</summary>
    /// <param name="request">The release.</param>
    /// <param name="names">The names of all these models.</param>
    /// <param name="unread">A sentence about files that could not be read: the model can be in one of them.</param>
    /// <exception cref="SigmaEngineException">At least one selection does not match.</exception>
    internal static void Check(ReleaseRequest request, IReadOnlyList<string> names, string unread)
    {
        var missing = request.Selections.Where(selection => !names.Any(selection.Fits)).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        var kind = missing.Exists(selection => selection.Place is not null) ? ErrorCode.InvalidEnvironment : ErrorCode.ModelNotFound;
        var sentences = missing.Select(selection => selection.Describe(request.Environment));
        var existing = ExistingNames.Describe(missing[0].Text, names, "models");
        throw new SigmaEngineException(kind, $"{string.Join(" ", sentences)} {existing}{unread}") { Target = missing[0].Text };
    }

    private string Text { get; } = text;

    private string? Place { get; } = place;

    private Func<string, bool> Fits { get; } = fits;

    private string Describe(ReleaseEnvironment environment) => Place is null
        ? $"'{Text}' does not match a model."
        : $"'{environment.File}', {Place}: '{Text}' in 'models' of environment '{environment.Name}' does not match a model.";
}
