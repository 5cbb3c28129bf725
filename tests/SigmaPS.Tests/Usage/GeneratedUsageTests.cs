using System.Collections.Generic;
using System.Linq;
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
        Shell.Set("items", items.Select(n => new[] { n.DocumentId, n.Kind, n.ElementId, n.Id }).ToArray());
        ShellResult result = Run(
            """
            $first = Find-SigmaUsage $items[0][0] -IndexPath $index
            foreach ($i in $items) {
                $asked = if ($i[1] -eq 'column') { @{ Element = $i[2]; Column = $i[3] } } elseif ($i[1] -eq 'metric') { @{ Element = $i[2]; Metric = $i[3] } } else { @{ Element = $i[2] } }
                , @(Find-SigmaUsage $i[0] @asked -IndexPath $index -InformationAction Ignore)
            }
            """).MustSucceed();
        (int found, int missed, int wrong) = (0, 0, 0);
        for (int at = 0; at < items.Count; at++)
        {
            HashSet<(string, string?, string?)> truth =
            [
                .. _generated
                    .ConsumersOf(items[at])
                    .Where(n => n.Kind != "element")
                    .Select(n => (n.DocumentId, (string?)n.ElementId, (string?)n.Id)),
            ];
            HashSet<(string, string?, string?)> certain =
            [
                .. ((System.Collections.IEnumerable)Unwrap(result.Output[at]))
                    .Cast<object?>()
                    .Select(UsageRow.Of)
                    .Where(row => row.IsCertain && row.Column is not null)
                    .Select(row => (row.Id, row.Element, row.Column)),
            ];
            found += certain.Intersect(truth).Count();
            missed += truth.Except(certain).Count();
            wrong += certain.Except(truth).Count();
        }

        Assert.True(found > 3000);
        Assert.Equal((0, 0), (missed, wrong));
    }

    private static object Unwrap(object? value) => value is System.Management.Automation.PSObject wrapped ? wrapped.BaseObject : value!;
}
