using System;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Validation;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Validation;

public sealed class EdgeTrapsTests
{
    [Theory]
    [InlineData("RGB(1, 2, 3)", true)]
    [InlineData("x rgba (0,0,0,.5)", true)]
    [InlineData("data:image/svg+xml;base64,AAAA", true)]
    [InlineData("#ff0000", false)]
    [InlineData("rgb", false)]
    [InlineData("data:text/plain,x", false)]
    public void What_the_firewall_is_known_to_refuse_is_named_with_its_place(string text, bool named)
    {
        var warning = EdgeTraps.Warning(SpecDocument.Parse($$"""{"schemaVersion":1,"pages":[{"id":"p","name":"{{text}}","elements":[]}]}""", "test"));
        Assert.Equal(named, warning?.Contains("at /pages/0/name.", StringComparison.Ordinal) == true);
        Assert.Equal(named, warning is not null);
    }
}
