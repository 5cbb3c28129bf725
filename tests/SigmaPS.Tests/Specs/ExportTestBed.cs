using System.IO;
using System.Linq;
using SigmaPS.Tests.Support;

namespace SigmaPS.Tests.Specs;

/// <summary>An export of the model Plugs Orders, $id, to an empty folder, $folder.</summary>
public abstract class ExportTestBed : SandboxTest
{
    private protected const string PlugsFile = "Plugs Orders.2901pYHmWLoCy81SHAH0o3.json";

    private protected override void Arrange()
    {
        Shell.Set("id", PlugsOrders);
        Shell.Set("folder", Folder.FullName);
    }

    private protected ShellResult Export(string arguments) => Run($"Export-SigmaDataModelSpec $folder -PassThru {arguments}").MustSucceed();

    /// <summary>The names of the files in a part of the folder.</summary>
    private protected string[] Files(string below) =>
        [.. Directory.GetFiles(Path.Combine(Folder.FullName, below)).Select(file => Path.GetFileName(file)!).Order()];
}
