using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace SigmaPS.Tests.Support;

/// <summary>The host of an editor, where a person enters a secret at a prompt for a credential.</summary>
internal sealed class EditorHost(string secret) : PSHost
{
    private readonly EditorInterface _ui = new(secret);

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "Visual Studio Code Host";

    public override PSHostUserInterface UI => _ui;

    public override Version Version { get; } = new(1, 0);

    public int Prompts => _ui.Prompts;

    public override void EnterNestedPrompt() => throw new NotSupportedException();

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

    private sealed class EditorInterface(string secret) : PSHostUserInterface
    {
        public int Prompts { get; private set; }

        public override PSHostRawUserInterface? RawUI => null;

        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName)
        {
            Prompts++;
            return new PSCredential(userName, Shell.Secure(secret));
        }

        public override PSCredential PromptForCredential(
            string caption,
            string message,
            string userName,
            string targetName,
            PSCredentialTypes allowedCredentialTypes,
            PSCredentialUIOptions options) => PromptForCredential(caption, message, userName, targetName);

        public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
            throw new NotSupportedException();

        public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
            throw new NotSupportedException();

        public override string ReadLine() => throw new NotSupportedException();

        public override SecureString ReadLineAsSecureString() => throw new NotSupportedException();

        public override void Write(string value)
        {
        }

        public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value)
        {
        }

        public override void WriteLine(string value)
        {
        }

        public override void WriteErrorLine(string value)
        {
        }

        public override void WriteDebugLine(string message)
        {
        }

        public override void WriteVerboseLine(string message)
        {
        }

        public override void WriteWarningLine(string message)
        {
        }

        public override void WriteProgress(long sourceId, ProgressRecord record)
        {
        }
    }
}
