using System;
using System.Collections.Generic;

namespace SigmaPS.Core.Release;

/// <summary>One environment: an organization, a folder in it, and the substitutions there. It does not contain secrets.</summary>
public sealed class ReleaseEnvironment(string name, string file)
{
    private static readonly IReadOnlyDictionary<string, LocatedText> Nothing = new Dictionary<string, LocatedText>();

    /// <summary>The environment of a plan without a file: the organization of the session.</summary>
    /// <param name="name">The name of the plan.</param>
    /// <param name="organization">The organization's ID.</param>
    /// <returns>The environment.</returns>
    public static ReleaseEnvironment OfSession(string name, string organization) =>
        new(name, "") { Organization = new LocatedText(organization, ""), Folder = new LocatedText("", "") };

    /// <summary>Its name in the file, for example prod.</summary>
    public string Name { get; } = name;

    /// <summary>The full path of its file.</summary>
    public string File { get; } = file;

    /// <summary>The address of the API, or a region; null if the file does not have one.</summary>
    public LocatedText? Host { get; internal set; }

    /// <summary>The ID of the organization. The session of another one is refused before anything is read.</summary>
    public LocatedText Organization { get; internal set; } = null!;

    /// <summary>The folder of the models: its path in Sigma, or its ID.</summary>
    public LocatedText Folder { get; internal set; } = null!;

    /// <summary>The names and wildcards of its models; empty for all.</summary>
    public IReadOnlyList<LocatedText> Models { get; internal set; } = Array.Empty<LocatedText>();

    /// <summary>
    /// The members whose saves are releases and not edits by hand, by e-mail address or member ID. The owner of the credentials is another.
    /// </summary>
    public IReadOnlyList<LocatedText> Publishers { get; internal set; } = Array.Empty<LocatedText>();

    /// <summary>Maps a connection ID of the files to the name or ID here.</summary>
    public IReadOnlyDictionary<string, LocatedText> Connections { get; internal set; } = Nothing;

    /// <summary>Maps a database, schema or table path of the files to the one here.</summary>
    public IReadOnlyDictionary<string, LocatedText> Paths { get; internal set; } = Nothing;

    /// <summary>Maps a member ID of a column security to the e-mail address or ID here.</summary>
    public IReadOnlyDictionary<string, LocatedText> Users { get; internal set; } = Nothing;

    /// <summary>Maps a team ID of a column security to the ID here.</summary>
    public IReadOnlyDictionary<string, LocatedText> Teams { get; internal set; } = Nothing;

    /// <summary>Maps a user attribute ID of a column security to the ID here.</summary>
    public IReadOnlyDictionary<string, LocatedText> UserAttributes { get; internal set; } = Nothing;

    /// <summary>Maps the ID of a model outside the folder of files to its ID, path or name here.</summary>
    public IReadOnlyDictionary<string, LocatedText> DataModels { get; internal set; } = Nothing;

    /// <summary>The value of each variable, which the files contain as ${name}.</summary>
    public IReadOnlyDictionary<string, VariableValue> Variables { get; internal set; } = new Dictionary<string, VariableValue>();

    /// <summary>The variables as the file has them.</summary>
    internal IReadOnlyDictionary<string, LocatedText> VariableTexts { get; set; } = Nothing;

    /// <summary>The names of the variables of all environments of the file.</summary>
    public IReadOnlyCollection<string> KnownVariables { get; internal set; } = Array.Empty<string>();

    /// <summary>The beginning of an error about one of its values.</summary>
    /// <param name="value">The value.</param>
    /// <returns>File, place and environment.</returns>
    internal string Where(LocatedText value) => $"{System.IO.Path.GetFileName(File)}, {value.Place}, environment '{Name}'";
}
