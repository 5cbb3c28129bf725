using System;
using System.Linq;
using System.Text.RegularExpressions;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Views;

/// <summary>A member whose name is a command to a terminal, to a build agent, or turns the direction of reading.</summary>
internal static class HostileMember
{
    /// <summary>A color that no view of the module has.</summary>
    public const string Escape = "\u001b[38;5;77m";

    public const string FirstName = $"{Escape}Eve";
    public const string LastName = "##vso[a]b ##[c]d\n::e \u202e\u200ff";

    /// <summary>A part of the name that is only a text, and that a formatter would remove with an escape before it.</summary>
    private const string Token = "77mEve";

    // A line may begin with blanks before the command of an agent.
    private static readonly Regex Dangerous = new(
        @"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|##vso\[|##\[|^\s*::",
        RegexOptions.Multiline | RegexOptions.IgnoreCase);

    /// <summary>Gives every member of an organization such a name.</summary>
    public static void Rename(SandboxOrganization organization)
    {
        foreach (SandboxMember member in organization.Members)
        {
            organization.Replace(member with { FirstName = FirstName, LastName = LastName });
        }
    }

    /// <summary>Asserts that a text shows the member and is harmless.</summary>
    public static void AssertShown(string text)
    {
        Assert.Contains(Token, text, StringComparison.Ordinal);
        AssertHarmless(text);
    }

    public static void AssertHarmless(string text)
    {
        Match found = Dangerous.Match(text);
        Assert.False(found.Success, $"At {found.Index}: {Regex.Escape(text)}");
    }

    /// <summary>Everything that a result shows to a person.</summary>
    public static string TextOf(ShellResult result) => string.Join(
        "\n",
        result.Texts
            .Concat(result.Errors.Select(error => error.ToString()))
            .Concat(result.Errors.Select(error => error.ErrorDetails?.RecommendedAction))
            .Concat(result.Warnings)
            .Concat(result.Verbose)
            .Concat(result.Progress)
            .Concat(result.Information.Select(record => record.ToString()))
            .Append(result.Host));
}
