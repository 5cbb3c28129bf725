using System;
using System.Linq;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Validation;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Validation;

public sealed class WafRejectedTextTests
{
    [Theory]
    [InlineData("RGB(1, 2, 3)", true)]
    [InlineData("x rgba (0,0,0,.5)", true)]
    [InlineData("data:image/svg+xml;base64,AAAA", true)]
    [InlineData("#ff0000", false)]
    [InlineData("rgb", false)]
    [InlineData("data:text/plain,x", false)]
    public void Validation_and_write_name_the_same_rejected_texts(string text, bool named)
    {
        var document = SpecDocument.Parse($$"""{"schemaVersion":1,"pages":[{"id":"p","name":"{{text}}","elements":[]}]}""", "test");
        var warning = WafRejectedText.Warning(document);
        Assert.Equal(named, warning?.Contains("at /pages/0/name.", StringComparison.Ordinal) == true);
        Assert.Equal(named, warning is not null);
        Assert.Equal(
            named ? ["/pages/0/name"] : [],
            SpecValidator.Validate(document).Where(issue => issue.RuleId == "firewall-text").Select(issue => issue.Pointer));
    }
}
