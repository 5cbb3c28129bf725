using SigmaPS.Sandbox;
using SigmaPS.Tests.Sandbox;

namespace SigmaPS.Tests.Usage;

/// <summary>Models, a workbook and a report that read one another.</summary>
public abstract class FindUsageTestBed : UsageTestBed
{
    /// <summary>The ID of the report.</summary>
    private protected string Report { get; private set; } = "";

    private protected override SandboxOptions Options => new() { SeedModels = false };

    private protected override void Arrange()
    {
        Consumer.AddModels(Organization);
        string table = Consumer.Table(
            string.Join(
                ',',
                Consumer.Column("c1", "Sum([Orders/Amount])"),
                Consumer.Column("c2", "[Name of c1] * 2"),
                Consumer.Column("c3", "[Orders/Buyer/Region]"),
                Consumer.Column("c4", "[Metrics/Total]"),
                Consumer.Column("c5", "[Orders/Customer]")));
        Organization.AddWorkbook(Consumer.Content(table), folderPath: "Retail/Boards");
        Report = Organization.AddReport($$"""{"name":"Monthly","pages":[{"id":"p","elements":[{{Consumer.Table(Consumer.Column("r1", "[Board/Amount]"), "e2", "board", Consumer.Top)}}]}]}""");
    }
}
