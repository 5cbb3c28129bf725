namespace SigmaPS.Binding;

/// <summary>A bound parameter without a value.</summary>
/// <param name="parameter">The parameter's name.</param>
/// <param name="value">The empty value, as messages name it.</param>
internal sealed class EmptyArgument(string parameter, string value)
{
    /// <summary>The parameter's name.</summary>
    public string Parameter { get; } = parameter;

    /// <summary>The empty value, as messages name it.</summary>
    public string Value { get; } = value;
}
