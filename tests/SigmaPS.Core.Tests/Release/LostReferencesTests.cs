using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Core.Release;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>References whose elements are in an earlier version.</summary>
public sealed class LostReferencesTests
{
    [Theory]
    [InlineData(4, "ghost", "3 2 1")]
    [InlineData(20, "ghost", "19 18 17 16 15 14 13 12 11 10")]
    [InlineData(4, "orders", "")]
    [InlineData(4, null, "")]
    public async Task Versions_are_read_from_the_newest_down_while_a_reference_is_lost(int latest, string? element, string expected)
    {
        var versions = new List<string>();
        using FakeWire wire = new((request, _) =>
        {
            versions.Add(new string(request.RequestUri!.Query.Where(char.IsDigit).ToArray()));
            return versions.Count > 30 ? FakeWire.Json("{}", 403) : FakeWire.Json(SampleModel.Text);
        });
        var id = element is null ? "" : $",\"elementId\":\"{element}\"";
        var reader = SpecDocument.Parse(
            $$"""
            {"name":"Reader","schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[{"id":"e","kind":"table","name":"E",
              "source":{"kind":"data-model","dataModelId":"{{SampleModel.Id}}"{{id}}},"columns":[]}]}]}
            """,
            "the reader");
        var live = SampleModel.With($"set /latestDocumentVersion {latest}");
        await wire.RunAsync(Follow());
        Assert.Equal(expected, string.Join(" ", versions));

        async Task<bool> Follow()
        {
            await LostReferences.FollowAsync(wire.Client, [(SampleModel.Id, live)], [reader], default);
            return true;
        }
    }
}
