using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Usage;

/// <summary>Precision and recall against an organization whose dependencies are known by construction.</summary>
public sealed class GeneratedUsageTests : UsageTestBed
{
    private GeneratedOrganization _generated = null!;

    private protected override SandboxOptions Options => new() { SeedModels = false };

    private protected override void Arrange() => _generated = GeneratedOrganization.Fill(Organization);

    [Fact]
    [CoversParameter("Find-SigmaUsage", "DataModel", "Element", "Column", "Metric", "IndexPath", "Session")]
    public void Certain_consumers_are_exactly_the_ones_that_read_an_item()
    {
        // Every third item, so that each kind and layer is asked about and the test stays short.
        List<GeneratedNode> items =
        [
            .. _generated.ModelColumns.Concat(_generated.Metrics).Concat(_generated.ModelElements).Where((_, at) => at % 3 == 0),
        ];

        // One command asks about the items that have the same IDs in several models: the lists and the index are then read once for all.
        // Each usage names the model of its item.
        IGrouping<(string Kind, string Element, string Id), GeneratedNode>[] groups =
        [
            .. items.GroupBy(n => (n.Kind, n.ElementId, n.Id)),
        ];
        Shell.Set("groups", groups.Select(g => new object[] { g.Key.Kind, g.Key.Element, g.Key.Id, Models(g) }).ToArray());
        ShellResult result = Run(
            """
            $first = Find-SigmaUsage $groups[0][3][0] -IndexPath $index
            foreach ($g in $groups) {
                $asked = switch ($g[0]) {
                    'column' { @{ Element = $g[1]; Column = $g[2] } }
                    'metric' { @{ Element = $g[1]; Metric = $g[2] } }
                    default { @{ Element = $g[1] } }
                }
                , @($g[3] | Find-SigmaUsage @asked -IndexPath $index -InformationAction Ignore)
            }
            """).MustSucceed();
        (int found, int missed, int wrong) = (0, 0, 0);
        for (int at = 0; at < groups.Length; at++)
        {
            HashSet<(string, string, string?, string?)> truth =
            [
                .. groups[at].SelectMany(item => _generated
                    .ConsumersOf(item)
                    .Where(n => n.Kind != "element")
                    .Select(n => (item.DocumentId, n.DocumentId, (string?)n.ElementId, (string?)n.Id))),
            ];
            HashSet<(string, string, string?, string?)> certain =
            [
                .. ((System.Collections.IEnumerable)Unwrap(result.Output[at]))
                    .Cast<object?>()
                    .Select(usage => (Model: ModelOf(usage), Row: UsageRow.Of(usage)))
                    .Where(usage => usage.Row.IsCertain && usage.Row.Column is not null)
                    .Select(usage => (usage.Model, usage.Row.Id, usage.Row.Element, usage.Row.Column)),
            ];
            found += certain.Intersect(truth).Count();
            missed += truth.Except(certain).Count();
            wrong += certain.Except(truth).Count();
        }

        Assert.True(found > 3000);
        Assert.Equal((0, 0), (missed, wrong));
    }

    private static string[] Models(IEnumerable<GeneratedNode> items) => [.. items.Select(n => n.DocumentId)];

    private static string ModelOf(object? usage) => (string)PSObject.AsPSObject(usage!).Properties["DataModelId"].Value;

    private static object Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value!;
}
