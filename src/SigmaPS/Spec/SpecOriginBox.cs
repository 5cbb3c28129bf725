namespace SigmaPS;

/// <summary>What a spec remembers of where it came from. A successful write moves it on.</summary>
internal sealed class SpecOriginBox
{
    public SpecOriginBox(string dataModelId, long baseVersion, string text, string organization)
    {
        DataModelId = dataModelId;
        BaseVersion = baseVersion;
        Text = text;
        Organization = organization;
    }

    /// <summary>The model, as a UUID.</summary>
    public string DataModelId { get; private set; }

    /// <summary>The latest version when it was read.</summary>
    public long BaseVersion { get; private set; }

    /// <summary>The exact text that was read: compared with, never sent.</summary>
    public string Text { get; private set; }

    /// <summary>The organisation's id.</summary>
    public string Organization { get; private set; }

    /// <summary>The name that was read, or was set since.</summary>
    public string? Name { get; set; }

    /// <summary>The description that was read, or was set since.</summary>
    public string? Description { get; set; }

    /// <summary>The file it was read from; null for a spec from the service.</summary>
    public string? File { get; set; }

    /// <summary>A write has succeeded: the object now builds on what it made.</summary>
    public void RecordWrite(string dataModelId, string organization, long version, string text)
    {
        DataModelId = dataModelId;
        Organization = organization;
        BaseVersion = version;
        Text = text;
    }

    public SpecOriginBox Copy() => (SpecOriginBox)MemberwiseClone();
}
