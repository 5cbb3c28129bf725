using System.ComponentModel;
using System.Management.Automation;

namespace SigmaPS.Binding;

/// <summary>A credential is given as an object, or as a name for which the host prompts for the secret.</summary>
/// <remarks>PowerShell's own [Credential()] prompts in every host, and such a prompt holds an unattended run up forever.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CredentialPromptAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        NodeValueConverter.Unwrap(inputData) is string { Length: > 0 } name ? Prompt(engineIntrinsics.Host, name) : inputData;

    private static PSCredential Prompt(System.Management.Automation.Host.PSHost host, string name) =>
        !InteractiveHost.CanAnswer(host)
            ? throw BindingErrors.NoPrompt(name)
            : host.UI.PromptForCredential("Connect-Sigma", $"Enter the secret for {SafeText.Line(name)}.", name, "")
                ?? throw BindingErrors.NoSecret();
}
