namespace SigmaPS;

/// <summary>The format of spec files.</summary>
public enum SpecFileFormat
{
    /// <summary>JSON: two spaces, LF, no byte order mark.</summary>
    Json,

    /// <summary>YAML 1.2, with multi-line SQL and formulas as block text.</summary>
    Yaml,
}
