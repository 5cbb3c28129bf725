using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using System.Security;

namespace SigmaPS.Sandbox;

/// <summary>Writes every stream as plain lines; a prompt is an error without a callback.</summary>
public sealed class TextHostInterface(TextWriter output, Func<string, int>? answer = null) : PSHostUserInterface
{
    public override PSHostRawUserInterface RawUI { get; } = new TextHostScreen();

    public override void Write(string value) => output.Write(Plain(value));

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => output.Write(Plain(value));

    public override void WriteLine(string value) => output.WriteLine(Plain(value));

    public override void WriteErrorLine(string value) => output.WriteLine(Plain(value));

    public override void WriteDebugLine(string message) => output.WriteLine("DEBUG: " + message);

    public override void WriteVerboseLine(string message) => output.WriteLine("VERBOSE: " + message);

    public override void WriteWarningLine(string message) => output.WriteLine("WARNING: " + message);

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
    }

    public override string ReadLine() => throw Nobody();

    public override SecureString ReadLineAsSecureString() => throw Nobody();

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        throw Nobody();

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        answer is null ? throw Nobody() : answer(message);

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) => throw Nobody();

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) => throw Nobody();

    // Remove PowerShell's own colors, as every host without colors does. An escape sequence in a value stays visible.
    private static string Plain(string value) => new StringDecorated(value).ToString(OutputRendering.PlainText);

    private static PSInvalidOperationException Nobody() => new("The command prompted in a host that does not support prompts.");
}
