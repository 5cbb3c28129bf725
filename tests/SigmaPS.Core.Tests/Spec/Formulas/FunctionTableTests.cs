using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Formulas;

public sealed class FunctionTableTests
{
    private static readonly FunctionTable Table = FunctionTable.Current;

    [SharedFact("sigma-functions.json")]
    public void Table_agrees_with_the_sheet()
    {
        JsonElement sheet = SharedFunctions.Read();
        Assert.Equal(sheet.GetProperty("generated").GetString(), Table.Updated);
        Dictionary<string, JsonElement> functions = sheet.GetProperty("functions").EnumerateArray()
            .ToDictionary(f => f.GetProperty("name").GetString()!);
        Assert.Equal(functions.Keys.Order(), Table.Functions.Where(f => f.Value.Name == f.Key).Select(f => f.Key).Order());
        Assert.All(functions, entry => Assert.Equal(Facts(entry.Value), Facts(Table.Find(entry.Key)!)));
        Assert.All(
            functions.Values.SelectMany(f => f.GetProperty("aliases").EnumerateArray()),
            alias => Assert.NotNull(Table.Find(alias.GetString()!)));
    }

    [SharedFact("sigma-functions.json")]
    public void Foreign_names_agree_with_the_sheet()
    {
        JsonElement sheet = SharedFunctions.Read();
        JsonElement foreign = sheet.GetProperty("foreignNames");
        string?[] doubtful = [.. foreign.GetProperty("listedByOfficialSkillSoWarnOnly").EnumerateArray().Select(name => name.GetString())];
        Assert.All(foreign.GetProperty("names").EnumerateObject(), name =>
        {
            ForeignFunction ours = Table.FindForeign(name.Name)!;
            Assert.Equal((name.Name, name.Value.GetString(), doubtful.Contains(name.Name)), (ours.Name, ours.Form, ours.IsDoubtful));
        });
        Assert.All(
            Table.Foreign.Where(f => !foreign.GetProperty("names").TryGetProperty(f.Name, out _)),
            f => Assert.Contains(f.Name, sheet.GetProperty("wrong").GetRawText()));
    }

    [Theory]
    [InlineData("Concat")]
    [InlineData("Power")]
    [InlineData("Mod")]
    [InlineData("JSON")]
    [InlineData("BusinessDays")]
    public void Functions_that_are_called_wrong_elsewhere_exist(string name) => Assert.NotNull(Table.Find(name));

    [Fact]
    public void Form_with_the_same_arguments_is_a_function() =>
        Assert.All(Table.Foreign.Where(f => f.HasSameArguments), foreign => Assert.NotNull(Table.Find(foreign.Form)));

    private static string Facts(JsonElement f) => string.Join(
        " ",
        f.GetProperty("kind").GetString(),
        f.GetProperty("minArgs").GetInt32(),
        f.GetProperty("maxArgs").ValueKind == JsonValueKind.Null ? "*" : f.GetProperty("maxArgs").GetInt32(),
        Enum.TryParse(f.GetProperty("returns").GetString(), true, out FormulaType type) ? type : FormulaType.Unknown,
        f.GetProperty("parametersConfidence").GetString() == "sure",
        f.GetProperty("parameters").ValueKind == JsonValueKind.Null ? "" : string.Join(";", f.GetProperty("parameters").EnumerateArray()
            .Select((p, i) => p.GetProperty("type").GetString() == "text"
                && p.TryGetProperty("values", out JsonElement values) ? $"{i}={string.Join(",", values.EnumerateArray())}" : "").Where(p =>
                    p.Length > 0)));

    private static string Facts(FormulaFunction f) => string.Join(
        " ",
        f.Kind,
        f.MinArguments,
        f.MaxArguments?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "*",
        f.Result,
        f.AreArgumentsSure,
        string.Join(";", f.Values.OrderBy(v => v.Key).Select(v => $"{v.Key}={string.Join(",", v.Value)}")));
}
