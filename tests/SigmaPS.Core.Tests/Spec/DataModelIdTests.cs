using System;
using FsCheck.Xunit;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec;

public sealed class DataModelIdTests
{
    private const string Uuid = "467bc369-5db7-4963-8172-b24a49dbc75b";
    private const string Short = "2901pYHmWLoCy81SHAH0o3";

    [Theory]
    [InlineData(Uuid)]
    [InlineData("467BC369-5DB7-4963-8172-B24A49DBC75B")]
    [InlineData("  467bc369-5db7-4963-8172-b24a49dbc75b\n")]
    [InlineData(Short)]
    [InlineData("https://app.sigmacomputing.com/acme/data-model/Shop-" + Short)]
    [InlineData("https://app.sigmacomputing.com/acme/data-model/A-Name-With-Dashes-" + Short + "?:nodeId=x#y")]
    [InlineData("https://app.sigmacomputing.com/acme/data-model/" + Short + "/edit")]
    [InlineData("https://app.sigmacomputing.com/acme/Data-Model/-" + Short)]
    public void Each_of_the_three_forms_is_understood(string text)
    {
        Assert.Equal(Uuid, DataModelId.Parse(text));
        Assert.True(DataModelId.TryParse(text, out var id));
        Assert.Equal(Uuid, id);
    }

    [Fact]
    public void Short_form_is_base62_of_the_same_bits() => Assert.Equal(Short, DataModelId.ToShort(Uuid));

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000000", "0")]
    [InlineData("00000000-0000-0000-0000-00000000003d", "Z")]
    [InlineData("00000000-0000-0000-0000-00000000003e", "10")]
    [InlineData("ffffffff-ffff-ffff-ffff-ffffffffffff", "7N42dgm5tFLK9N8MT7fHC7")]
    public void Ends_of_the_range_are_right(string uuid, string shortId)
    {
        Assert.Equal(shortId, DataModelId.ToShort(uuid));
        Assert.Equal(uuid, DataModelId.Parse("https://app.sigmacomputing.com/acme/data-model/Shop-" + shortId));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Plugs Orders")]
    [InlineData("0")]
    [InlineData("2901pYHmWLoCy81SH")]
    [InlineData("2901pYHmWLoCy81SHAH0o3x")]
    [InlineData("2901pYHmWLoCy81SHAH0o-")]
    [InlineData("7N42dgm5tFLK9N8MT7fHC8")]
    [InlineData("ZZZZZZZZZZZZZZZZZZZZZZ")]
    [InlineData("467bc3695db7496381 72b24a49dbc75b")]
    [InlineData("467bc3695db749638172b24a49dbc75b")]
    [InlineData("{467bc369-5db7-4963-8172-b24a49dbc75b}")]
    [InlineData("SigmaPS.DataModelEntry")]
    [InlineData("https://app.sigmacomputing.com/acme/workbook/Shop-" + Short)]
    [InlineData("https://app.sigmacomputing.com/acme/data-model/")]
    [InlineData("https://app.sigmacomputing.com/acme/data-model/Shop-ZZZZZZZZZZZZZZZZZZZZZZ")]
    [InlineData("https://app.sigmacomputing.com/acme/data-model/Shop-2901pYHmWLoCy81SHAH0o33")]
    [InlineData("/data-model/Shop-" + Short)]
    public void Anything_else_is_refused_and_not_guessed(string text)
    {
        Assert.False(DataModelId.TryParse(text, out var id));
        Assert.Equal("", id);
        Assert.Equal(ErrorCode.InvalidId, Assert.Throws<SigmaEngineException>(() => DataModelId.Parse(text)).Kind);
    }

    [Fact]
    public void Long_text_is_cut_in_the_error() =>
        Assert.DoesNotContain(
            new string('x', 100),
            Assert.Throws<SigmaEngineException>(() => DataModelId.Parse(new string('x', 5000))).Message,
            StringComparison.Ordinal);

    [Property]
    public bool Every_ID_comes_back_from_its_short_form(Guid id) =>
        DataModelId.TryParse("https://x/data-model/N-" + DataModelId.ToShort(id.ToString("D")), out var back) && back == id.ToString("D");

    [Theory]
    [MemberData(nameof(SpecFiles.Exports), MemberType = typeof(SpecFiles))]
    [CorpusData(ExportsOnly = true)]
    public void Address_in_a_real_export_ends_in_the_short_form_of_its_ID(string name)
    {
        // The help page's own document has an invented address.
        var root = Trees.Object(SpecFiles.Text(name));
        if (!name.Contains("/seed-", StringComparison.Ordinal))
        {
            Assert.Equal(root.Text("dataModelId"), DataModelId.Parse(root.Text("url")!));
            Assert.EndsWith("-" + DataModelId.ToShort(root.Text("dataModelId")!), root.Text("url")!, StringComparison.Ordinal);
        }
    }
}
