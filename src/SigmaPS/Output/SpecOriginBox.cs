namespace SigmaPS;

/// <summary>What a spec remembers of where it came from. A successful write moves it on.</summary>
internal sealed class SpecOriginBox
{
    public SpecOriginBox(string dataModelId, long baseVersion, string text, string host)
    {
        DataModelId = dataModelId;
        BaseVersion = baseVersion;
        Text = text;
        Host = host;
    }

    /// <summary>The model, as a UUID.</summary>
    public string DataModelId { get; }

    /// <summary>The latest version when it was read.</summary>
    public long BaseVersion { get; private set; }

    /// <summary>The exact text that was read: compared with, never sent.</summary>
    public string Text { get; private set; }

    /// <summary>Host and organisation.</summary>
    public string Host { get; }

    /// <summary>A write has succeeded: the object now builds on what it made.</summary>
    public void MoveOn(long version, string text)
    {
        BaseVersion = version;
        Text = text;
    }

    public SpecOriginBox Copy() => new(DataModelId, BaseVersion, Text, Host);
}
