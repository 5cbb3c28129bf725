using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace SigmaPS.Tests.Support;

/// <summary>The output of a script, stream by stream.</summary>
internal sealed record ShellResult(
    IReadOnlyList<object?> Output,
    IReadOnlyList<ErrorRecord> Errors,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> Verbose,
    IReadOnlyList<InformationRecord> Information,
    string Host,
    Exception? Thrown,
    IReadOnlyList<string> Progress)
{
    /// <summary>The output as text, an item each.</summary>
    public IReadOnlyList<string?> Texts => [.. Output.Select(o => LanguagePrimitives.ConvertTo<string>(o))];

    /// <summary>The only error.</summary>
    public ErrorRecord Error => Assert.Single(Errors);

    /// <summary>The error's own ID, without the command's name.</summary>
    public string ErrorId => Error.FullyQualifiedErrorId.Split(',')[0];

    /// <summary>The text for the person.</summary>
    public string ErrorText => Error.ErrorDetails?.Message ?? Error.Exception.Message;

    public ShellResult MustSucceed()
    {
        Assert.True(Errors.Count == 0, string.Join(Environment.NewLine, Errors.Select(e => e.FullyQualifiedErrorId + ": " + e)));
        return this;
    }

    /// <summary>A property of the only object.</summary>
    public object? Property(string name)
    {
        object? value = PSObject.AsPSObject(Assert.Single(Output)!).Properties[name]?.Value;
        return value is PSObject wrapped ? wrapped.BaseObject : value;
    }
}
