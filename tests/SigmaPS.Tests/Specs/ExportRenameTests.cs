using System.IO;
using Xunit;

namespace SigmaPS.Tests.Specs;

/// <summary>A model that has another name keeps one file.</summary>
public sealed class ExportRenameTests : ExportTestBed
{
    [Fact]
    public void Renamed_model_keeps_one_file_also_when_the_index_is_lost()
    {
        Export("-DataModelId $id");
        Run("$s = Get-SigmaDataModelSpec $id; $s.name = 'CON'; $s | Set-SigmaDataModelSpec").MustSucceed();
        Assert.Equal("Renamed", Export("-DataModelId $id").Property("Status")!.ToString());
        Assert.Equal(["_CON.2901pYHmWLoCy81SHAH0o3.json"], Files(""));
        Directory.Delete(Path.Combine(Folder.FullName, ".sigma"), recursive: true);
        Run("$s.name = 'Plugs [all] 100%: \"ok\"?'; $s | Set-SigmaDataModelSpec").MustSucceed();
        Assert.Equal("Renamed", Export("-DataModelId $id").Property("Status")!.ToString());
        Assert.Equal(["Plugs -all- 100-- -ok.2901pYHmWLoCy81SHAH0o3.json"], Files(""));
    }

    [Fact]
    public void Rename_in_case_only_leaves_exactly_the_new_name()
    {
        Export("-DataModelId $id");
        Run("$s = Get-SigmaDataModelSpec $id; $s.name = 'PLUGS orders'; $s | Set-SigmaDataModelSpec").MustSucceed();
        Export("-DataModelId $id");
        Assert.Equal(["PLUGS orders.2901pYHmWLoCy81SHAH0o3.json"], Files(""));
    }
}
