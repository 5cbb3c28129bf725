using System;
using System.Linq;
using System.Text.RegularExpressions;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Views;

/// <summary>No text of an object, and no name of a member, reaches a view as it is.</summary>
public sealed class HostileMemberViewTests : SandboxTest
{
    private static readonly Regex Color = new("\u001b\\[[0-9;]*m");

    private protected override void Arrange()
    {
        HostileMember.Rename(Organization);
        Run("Get-SigmaSession").MustSucceed();
    }

    [Fact]
    public void View_of_every_type_makes_every_text_harmless()
    {
        const string Name = $"{HostileMember.FirstName} {HostileMember.LastName}";
        Assert.All(ViewScript.Shown, script => Assert.All(script.Types, type =>
            HostileMember.AssertHarmless(Show(script, SampleObject.Full(Shell, type, Name)))));
    }

    [Fact]
    public void View_of_every_type_with_a_member_shows_a_harmless_name()
    {
        ViewScript[] scripts = [.. ViewScript.Shown.Where(script => script.Text.Contains("::Member", StringComparison.Ordinal))];
        Assert.InRange(scripts.Length, 12, int.MaxValue);
        Assert.All(scripts, script => Assert.All(script.Types, type =>
            HostileMember.AssertShown(Show(script, SampleObject.Full(Shell, type, Organization.Colleague.Id)))));
    }

    [Fact]
    public void View_shows_a_text_through_a_script_only() =>
        Assert.Empty(ViewScript.Properties.SelectMany(property => property.Types
            .Where(type => SampleObject.TypeOf(Shell, type).GetProperty(property.Text)!.PropertyType == typeof(string))
            .Select(type => $"{type} shows {property.Text} as it is")));

    // The formatter removes escapes in some hosts, so the scripts of the views run without it. A status has a color of its own.
    private string Show(ViewScript script, object item)
    {
        Shell.Set("item", item);
        string text = string.Join("\n", Run($"$item | ForEach-Object {{ {script.Text} }}").MustSucceed().Texts);
        return Color.Replace(text, color => color.Value == HostileMember.Escape ? color.Value : "");
    }
}
