using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using SigmaPS.Tests.Support;

namespace SigmaPS.Tests.Releases;

/// <summary>A test of a publish, with a third model that is independent of the others.</summary>
public abstract class PublishTestBed : ReleaseTest
{
    private protected override void Arrange()
    {
        base.Arrange();
        Shop.Write(3);
    }

    /// <summary>Writes another formula into the file of a model.</summary>
    private protected void Change(int number, string formula)
    {
        JsonObject model = Read(number);
        model["pages"]![0]!["elements"]![0]!["columns"]![2]!["formula"] = formula;
        Shop.Save(number, model);
    }

    private protected JsonObject Read(int number) => JsonNode.Parse(File.ReadAllText(Shop.FileOf(number)))!.AsObject();

    private protected static string[] Statuses(ShellResult result) =>
        [.. result.Output.Select(item => PSObject.AsPSObject(item!).Properties["Status"].Value.ToString()!)];
}
