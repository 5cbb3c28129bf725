namespace SigmaPS.Core.Files;

/// <summary>The content of a state file: a plain record whose property names, in camel case, are the keys of the file.</summary>
internal abstract record StateContent
{
    /// <summary>The format that this version of SigmaPS writes and reads. A file without the key has format 1.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The format of the file.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>Describes a required part that is missing or wrong; null if the file is complete.</summary>
    public virtual string? FindProblem() => null;

    /// <summary>Whether the serializer writes the format. Format 1 is written without its key, for earlier versions.</summary>
    public bool ShouldSerializeFormat() => Format > 1;
}
