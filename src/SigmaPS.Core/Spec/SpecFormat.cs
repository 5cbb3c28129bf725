namespace SigmaPS.Core.Spec;

/// <summary>The format of a spec file.</summary>
public enum SpecFormat
{
    /// <summary>JSON in the module's stable form.</summary>
    Json,

    /// <summary>YAML 1.2.</summary>
    Yaml,
}
