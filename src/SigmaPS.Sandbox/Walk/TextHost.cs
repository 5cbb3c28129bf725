using System;
using System.Globalization;
using System.IO;
using System.Management.Automation.Host;

namespace SigmaPS.Sandbox;

/// <summary>A PowerShell host that writes plain text and never prompts, like a runbook or a build agent. With a callback, it prompts and
/// the callback returns the index of the choice.</summary>
public sealed class TextHost(TextWriter output, Func<string, int>? answer = null) : PSHost
{
    private readonly TextHostInterface _ui = new(output, answer);

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "SigmaPS.TextHost";

    public override PSHostUserInterface UI => _ui;

    public override Version Version { get; } = new(1, 0);

    public override void EnterNestedPrompt() => throw new NotSupportedException("This host does not support prompts.");

    public override void ExitNestedPrompt()
    {
    }

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode)
    {
    }
}
