using System;
using System.Management.Automation;

namespace SigmaPS.Binding;

/// <summary>Refuses a secret in plain text with the ways to give it. The text itself is in no part of the error.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretTextAttribute(string variable) : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        NodeValueConverter.Unwrap(inputData) is string
            ? throw BindingErrors.PlainSecret(variable)
            : inputData;
}
