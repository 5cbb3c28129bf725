namespace SigmaPS.Binding;

/// <summary>A bound parameter without a value.</summary>
/// <param name="parameter">The parameter's name.</param>
/// <param name="value">The empty value, as messages name it.</param>
internal sealed class EmptyArgument(string parameter, string value)
{
    /// <summary>The parameter's name.</summary>
    public string Parameter { get; } = parameter;

    /// <summary>The error message, including how to omit the parameter.</summary>
    /// <param name="command">The command's name.</param>
    public string ToMessage(string command) =>
        $"-{Parameter} of {command} has no value: it is {value}. Check the variable that you pass. "
        + $"To omit -{Parameter}, leave it out; where it is optional, use splatting: "
        + $"$p = @{{}}; if ($value) {{ $p.{Parameter} = $value }}; {command} @p.";
}
