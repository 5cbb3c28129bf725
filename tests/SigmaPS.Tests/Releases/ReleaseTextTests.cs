using System;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>Promise 6 in a release: names are data, in the preview and in the prompt.</summary>
public sealed class ReleaseTextTests : IAsyncLifetime
{
    private ReleaseTestBed _shop = null!;

    public async Task InitializeAsync()
    {
        _shop = await ReleaseTestBed.OpenAsync();
        _shop.Write(1);
        _shop.Server.Organization.AddModel("""{"schemaVersion":1,"pages":[]}""", "x\n::error::y", "Retail/Production");
    }

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public void Line_break_in_a_name_begins_no_line()
    {
        ShellResult result = _shop.Publish("-Prune -WhatIf");
        string shown = string.Join("\n", [result.Host, .. result.Information.Select(i => i.ToString())]);
        Assert.Contains("x\u240a::error", shown);
        Assert.DoesNotContain(shown.Split('\n'), line =>
            line.TrimStart().StartsWith(": :", StringComparison.Ordinal) || line.TrimStart().StartsWith("::", StringComparison.Ordinal));
    }
}
