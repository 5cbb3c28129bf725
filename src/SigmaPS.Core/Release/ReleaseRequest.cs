using System;
using System.Collections.Generic;
using SigmaPS.Core.Writing;

namespace SigmaPS.Core.Release;

/// <summary>The input of a release, and its permissions.</summary>
/// <param name="folder">The full path of the folder of models.</param>
/// <param name="environment">The environment.</param>
public sealed class ReleaseRequest(string folder, ReleaseEnvironment environment)
{
    /// <summary>The full path of the folder of models.</summary>
    public string Folder { get; } = folder;

    /// <summary>The environment.</summary>
    public ReleaseEnvironment Environment { get; } = environment;

    /// <summary>The address that the session is connected to.</summary>
    public Uri Host { get; init; } = null!;

    /// <summary>The organization of the session.</summary>
    public string Organization { get; init; } = "";

    /// <summary>The member who owns the credentials of the session.</summary>
    public string UserId { get; init; } = "";

    /// <summary>Whether the plan includes a model with this name.</summary>
    public Func<string, bool> Picks { get; init; } = _ => true;

    /// <summary>The names and patterns behind <see cref="Picks"/>; each has to match a model.</summary>
    public IReadOnlyList<ReleaseSelection> Selections { get; init; } = Array.Empty<ReleaseSelection>();

    /// <summary>Whether a file that cannot be read ends the plan, by its path within the folder.</summary>
    public Func<string, bool> NeedsFile { get; init; } = _ => true;

    /// <summary>Whether the plan also contains the comparison from the folder to the live models.</summary>
    public bool SeesDrift { get; init; }

    /// <summary>Looks up the consumers of everything that the plan changes; null for none.</summary>
    public ConsumerCheck? Consumers { get; init; }

    /// <summary>Whether a rehearsal of the model with this name found errors when the plan was made.</summary>
    public Func<string, bool> HasFailedRehearsal { get; init; } = _ => false;

    /// <summary>Whether models that are not in the folder are archived, so that they are items and their consumers count.</summary>
    public bool Prunes { get; init; }

    /// <summary>The tag that a publish moves to the published versions; null for none.</summary>
    public string? Tag { get; init; }

    /// <summary>The protections that the user lifts.</summary>
    public WriteProtections Protections { get; init; } = new();

    /// <summary>The functions that the organization defined for itself.</summary>
    public IReadOnlyCollection<string> CustomFunctions { get; init; } = Array.Empty<string>();
}
