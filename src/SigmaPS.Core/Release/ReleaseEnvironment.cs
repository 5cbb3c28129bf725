using System;
using System.Collections.Generic;

namespace SigmaPS.Core.Release;

/// <summary>One environment: an organisation, a folder in it, and what takes the place of what there. It holds no secret.</summary>
public sealed class ReleaseEnvironment
{
    private static readonly IReadOnlyDictionary<string, LocatedText> Nothing = new Dictionary<string, LocatedText>();

    internal ReleaseEnvironment(string name, string file)
    {
        Name = name;
        File = file;
    }

    /// <summary>The environment of a plan without a file: the organization of the session.</summary>
    /// <param name="name">The name of the plan.</param>
    /// <param name="organization">The organization's ID.</param>
    /// <returns>The environment.</returns>
    public static ReleaseEnvironment OfSession(string name, string organization) =>
        new(name, "") { Organization = new LocatedText(organization, ""), Folder = new LocatedText("", "") };

    /// <summary>Its name in the file, for example prod.</summary>
    public string Name { get; }

    /// <summary>The full path of the file it stands in.</summary>
    public string File { get; }

    /// <summary>The API's address, or a region; null where the file says none.</summary>
    public LocatedText? Host { get; internal set; }

    /// <summary>The id of the organisation: another one's token is refused before anything is read.</summary>
    public LocatedText Organization { get; internal set; } = null!;

    /// <summary>The folder that the models lie in: its path in Sigma, or its id.</summary>
    public LocatedText Folder { get; internal set; } = null!;

    /// <summary>Which models belong to it, by name with wildcards; empty for all.</summary>
    public IReadOnlyList<LocatedText> Models { get; internal set; } = Array.Empty<LocatedText>();

    /// <summary>
    /// Whose saves are releases and not edits by hand, by e-mail address or member id, beside the owner of the credentials.
    /// </summary>
    public IReadOnlyList<LocatedText> Publishers { get; internal set; } = Array.Empty<LocatedText>();

    /// <summary>Connection id in the files to name or id here.</summary>
    public IReadOnlyDictionary<string, LocatedText> Connections { get; internal set; } = Nothing;

    /// <summary>Database, schema or table path in the files to the one here.</summary>
    public IReadOnlyDictionary<string, LocatedText> Paths { get; internal set; } = Nothing;

    /// <summary>Member id in a column security to e-mail address or id here.</summary>
    public IReadOnlyDictionary<string, LocatedText> Users { get; internal set; } = Nothing;

    /// <summary>Team id in a column security to the id here.</summary>
    public IReadOnlyDictionary<string, LocatedText> Teams { get; internal set; } = Nothing;

    /// <summary>User attribute id in a column security to the id here.</summary>
    public IReadOnlyDictionary<string, LocatedText> UserAttributes { get; internal set; } = Nothing;

    /// <summary>Id of a model that is not in the folder of files to its id, path or name here.</summary>
    public IReadOnlyDictionary<string, LocatedText> DataModels { get; internal set; } = Nothing;

    /// <summary>Value of each variable that the files name as ${name}.</summary>
    public IReadOnlyDictionary<string, VariableValue> Variables { get; internal set; } = new Dictionary<string, VariableValue>();

    /// <summary>The variables as the file has them.</summary>
    internal IReadOnlyDictionary<string, LocatedText> VariableTexts { get; set; } = Nothing;

    /// <summary>The names of the variables of all environments of the file.</summary>
    public IReadOnlyCollection<string> KnownVariables { get; internal set; } = Array.Empty<string>();

    /// <summary>What an error about a value of it begins with.</summary>
    /// <param name="value">The value.</param>
    /// <returns>File, place and environment.</returns>
    internal string Where(LocatedText value) => $"{System.IO.Path.GetFileName(File)}, {value.Place}, environment '{Name}'";
}
