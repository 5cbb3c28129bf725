using System.Linq;
using SigmaPS.Core.Spec.Validation;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Validation;

/// <summary>One change to a good spec of joins, unions, transpositions and controls, and the rule that has to find it.</summary>
public sealed class BrokenSourceTests
{
    [Fact]
    public void Good_spec_has_no_issues() => Assert.Equal([], SpecValidator.Validate(JoinedModel.Tree()).Select(Judged.Text));

    [Theory]
    [InlineData("unknown-source-column", "set $2/source/joins/0/columns/0/left \"[Nope]\"")]
    [InlineData("unknown-source-column", "set $2/source/joins/0/columns/0/right \"[City Name]\"")]
    [InlineData("unknown-source-column", "set $2/source/joins/0/columns/0/left \"[a1]\"")]
    [InlineData("unknown-source-column", "set $2/source/joins/0/columns/0/left \"Lower([Sku Number])\"")]
    [InlineData("unknown-source-column", "set $2/source/joins/0/right/elementId \"m\"")]
    [InlineData("unknown-source-column", "set $3/source/matches/0/sourceColumns/1 \"[Amount]\"")]
    [InlineData("unknown-source-column", "set $3/source/matches/1/sourceColumns/0 \"[City]\"")]
    [InlineData("unknown-source-column", "swap $3/source/sources 0 1")]
    [InlineData("unknown-source-column", "set $4/source/columnToTranspose \"Month\"")]
    [InlineData("unknown-source-column", "set $4/source/valueColumn \"[Sum]\"")]
    [InlineData("unknown-source-column", "remove $1/columns/1")]
    [InlineData("bare-column", "set $2/source/joins/0/columns/0/left \"Sku\"")]
    [InlineData("bare-column", "set $3/source/matches/0/sourceColumns/0 \"Sku\"")]
    [InlineData("union-width", "add $3/source/sources {\"kind\":\"table\",\"elementId\":\"a\"}")]
    [InlineData("union-width", "set $3/source/matches/0/sourceColumns [\"[Sku]\"]")]
    [InlineData("unknown-id", "set $2/source/primarySource/elementId \"gone\"")]
    [InlineData("unknown-id", "set $2/source/joins/0/left/elementId \"gone\"")]
    [InlineData("unknown-id", "set $2/source/joins/0/right/elementId \"k1\"")]
    [InlineData("unknown-id", "set $3/source/sources/1/elementId \"gone\"")]
    [InlineData("unknown-id", "set $4/source/source/elementId \"gone\"")]
    [InlineData("unknown-id", "set $6/source/source/elementId \"gone\"")]
    [InlineData("unknown-id", "set $6/source/columnId \"b1\"")]
    [InlineData("unknown-id", "set $6/source/displayColumnId \"gone\"")]
    [InlineData("unknown-parameter", "set $7/parameters/0/controlId \"Gone\"")]
    [InlineData("unknown-parameter", "set $6/controlId \"Picked\"")]
    [InlineData("unknown-reference", "set $2/columns/1/formula \"[Depots/Town]\"")]
    [InlineData("unknown-reference", "set $2/columns/0/formula \"[STOCKS/Sku]\"")]
    [InlineData("unknown-reference", "set $3/columns/0 {\"id\":\"u1\",\"name\":\"X\",\"formula\":\"[Union of 2 Sources/Amount]\"}")]
    [InlineData("unknown-reference", "set $3/columns/0/formula \"[Union of 3 Sources/Sku]\"")]
    [InlineData("element-cycle", "set $0/source {\"kind\":\"table\",\"elementId\":\"j\"}")]
    [InlineData(
        "element-cycle",
        "set $1/source {\"kind\":\"union\",\"sources\":[{\"kind\":\"table\",\"elementId\":\"u\"}],\"matches\":[]}")]
    [InlineData("missing-key", "remove $2/source/joins")]
    [InlineData("missing-key", "remove $2/source/joins/0/left")]
    [InlineData("missing-key", "remove $2/source/joins/0/columns")]
    [InlineData("missing-key", "remove $2/source/joins/0/columns/0/right")]
    [InlineData("missing-key", "remove $2/source/joins/0/right/elementId")]
    [InlineData("missing-key", "remove $3/source/matches/0/outputColumnName")]
    [InlineData("missing-key", "remove $3/source/matches/0/sourceColumns")]
    [InlineData("missing-key", "remove $4/source/direction")]
    [InlineData("missing-key", "remove $4/source/outputColumns")]
    [InlineData("missing-key", "remove $4/source/aggregate")]
    [InlineData("missing-key", "set $4/source/direction \"column-to-row\"")]
    [InlineData("missing-key", "remove $5/source/dataModelId")]
    [InlineData("missing-key", "remove $5/source/elementId")]
    [InlineData("missing-key", "remove $0/filters/0/unit")]
    [InlineData("missing-key", "remove $0/filters/0/includeToday")]
    [InlineData("missing-key", "remove $0/filters/1/mode")]
    [InlineData("missing-key", "remove $0/filters/2/mode")]
    [InlineData("missing-key", "remove $6/source/columnId")]
    [InlineData("missing-key", "remove $7/mode")]
    [InlineData("missing-key", "remove $7/parameters/0/dataModelId")]
    [InlineData("missing-key", "remove $9/mode")]
    [InlineData("missing-key", "remove $10/source/valueType")]
    [InlineData("missing-key", "set $8/startDate \"2026-01-01\"")]
    [InlineData("wrong-type", "set $2/source/joins {}")]
    [InlineData("wrong-type", "set $2/source/joins/0/columns/0/left null")]
    [InlineData("wrong-type", "set $3/source/matches/0/sourceColumns/0 7")]
    [InlineData("wrong-type", "set $4/source/outputColumns \"Jan\"")]
    [InlineData("wrong-type", "set $0/filters/0/value \"3\"")]
    [InlineData("wrong-type", "set $7/low \"0\"")]
    [InlineData("wrong-type", "set $9/value \"true\"")]
    [InlineData("wrong-type", "set $10/source/labels [7]")]
    [InlineData("unknown-kind", "set $4/source/direction \"rows\"")]
    [InlineData("unknown-kind", "set $2/source/joins/0/left/kind \"tabel\"")]
    [InlineData("unknown-kind", "set $0/filters/0/mode \"lst\"")]
    [InlineData("unknown-kind", "set $0/filters/1/rankingFunction \"ranks\"")]
    [InlineData("unknown-value", "set $2/source/joins/0/joinType \"left\"")]
    [InlineData("unknown-value", "set $2/source/joins/0/columns/0/op \"==\"")]
    [InlineData("unknown-value", "set $4/source/aggregate \"total\"")]
    [InlineData("unknown-value", "set $0/filters/2/mode \"has\"")]
    [InlineData("unknown-value", "set $0/filters/0/unit \"week\"")]
    [InlineData("unknown-value", "set $6/selectionMode \"many\"")]
    [InlineData("unknown-value", "set $9/mode \"True\"")]
    [InlineData("likely-slip", "set $2/visibleAsSorce false")]
    [InlineData("duplicate-id", "set $7/controlId \"Pick\"")]
    [InlineData("duplicate-id", "set $6/id \"a\"")]
    [InlineData("duplicate-id", "set $0/filters/1/id \"f1\"")]
    [InlineData("dotted-control-id", "set $8/controlId \"When.made\"")]
    [InlineData("control-id", "set $8/controlId \"When it was\"")]
    [InlineData("firewall-text", "set $0/description \"In rgb(1, 2, 3).\"")]
    [InlineData("firewall-text", "set $1/columns/1/description \"data:image/png;base64,AAAA\"")]
    public void One_change_is_found_by_its_rule(string rule, string edit)
    {
        var issues = SpecValidator.Validate(JoinedModel.Tree(edit));
        Assert.True(issues.Any(issue => issue.RuleId == rule), string.Join("\n", issues.Select(Judged.Text)));
        Assert.DoesNotContain(SpecValidator.Validate(JoinedModel.Tree(edit), other => other.Id != rule), issue => issue.RuleId == rule);
    }

    [Theory]
    [InlineData("set $2/source/joins/0/columns/0 {\"left\":\"True\",\"right\":\"True\"}")]
    [InlineData("set $2/source/joins/0/left {\"kind\":\"warehouse-table\",\"connectionId\":\"c\",\"path\":[\"X\"]}")]
    [InlineData("set $3/source/matches/0/sourceColumns [null, null]")]
    [InlineData("set $4/source/columnToTranspose \"a3\"")]
    [InlineData(
        "set $7/parameters/0 {\"kind\":\"data-model\",\"dataModelId\":\"0d8c6f2e-6d2b-4f5e-8f1a-9b7a3c5e1d20\",\"controlId\":\"Any\"}")]
    [InlineData("set $5/columns/0/formula \"[Whatever/Else]\"")]
    public void Unknown_value_is_not_guessed(string edit) =>
        Assert.Equal([], SpecValidator.Validate(JoinedModel.Tree(edit)).Select(Judged.Text));
}
