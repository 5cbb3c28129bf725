using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Codebase;

/// <summary>The product calls nothing whose result depends on the machine's culture.</summary>
public sealed class CultureUsageTests
{
    // A member as MemberNames spells it: comparing, sorting, casing, parsing or formatting without a culture or a comparer.
    private static readonly Regex[] Banned =
    [
        new(@"^String\.(ToUpper|ToLower)\(\)$"),
        new(@"^String\.(StartsWith|EndsWith|CompareTo)\(String\)$"),
        new(@"^String\.(IndexOf|LastIndexOf)\(String(,Int32)*\)$"),
        new(@"^String\.Compare\(String,(Int32,)?String(,Int32)*(,Boolean)?\)$"),
        new(@"^Char\.(ToUpper|ToLower)\(Char\)$"),
        new(@"^Enumerable\.(OrderBy|OrderByDescending|ThenBy|ThenByDescending)<.*,String>\([^,]*<[^(]*>,Func`2<[^,]*,[^,]*>\)$"),
        new(@"^Enumerable\.(Order|OrderDescending|Min|Max)<String>\(IEnumerable`1<!!0>\)$"),
        new(@"^List`1<String>\.Sort\(\)$"),
        new(@"^Array\.Sort<String>\(!!0\[\]\)$"),
        new(@"^Sorted(Dictionary`2|List`2|Set`1)<String[^(]*\.\.ctor\(\)$"),
        new(@"^(Byte|Int16|Int32|Int64|Single|Double|Decimal|BigInteger)\.Parse\(String\)$"),
        new(@"^(Byte|Int16|Int32|Int64|Single|Double|Decimal|BigInteger)\.TryParse\(String,[^,]*&\)$"),
        new(@"^(DateTime|DateTimeOffset)\.(Parse|TryParse)\(String(,[^,]*&)?\)$"),
        new(@"^(Single|Double|Decimal|BigInteger|DateTime|DateTimeOffset)\.ToString\((String)?\)$"),
        new(
            @"^DefaultInterpolatedStringHandler\.AppendFormatted<(Single|Double|Decimal|BigInteger|DateTime|DateTimeOffset|"
                + @"Nullable`1<(Single|Double|Decimal|BigInteger|DateTime|DateTimeOffset)>)>\("
        ),
    ];

    public static TheoryData<string> Assemblies =>
        [Path.Combine(Repository.CoreBin, "SigmaPS.dll"), Path.Combine(Repository.CoreBin, "deps", "SigmaPS.Core.dll")];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Product_calls_no_member_that_depends_on_the_culture(string file)
    {
        IReadOnlyList<string> called = MemberNames.Of(file);
        Assert.Contains(called, member => member.StartsWith("String.Equals(", StringComparison.Ordinal));
        Assert.Contains(called, member => member.StartsWith("Enumerable.OrderBy<", StringComparison.Ordinal));
        string[] banned = [.. called.Where(member => Banned.Any(pattern => pattern.IsMatch(member)))];
        Assert.Equal([], banned);
    }

    [Fact]
    public void Product_makes_patterns_in_one_place_and_culture_invariant()
    {
        string[] makers = [.. Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("new WildcardPattern(", StringComparison.Ordinal))];
        Assert.Contains("WildcardOptions.CultureInvariant", File.ReadAllText(Assert.Single(makers)), StringComparison.Ordinal);
        Assert.DoesNotMatch(@"WildcardPattern\.Get\(", string.Concat(makers.Select(File.ReadAllText)));
    }

    [Fact]
    public void Regular_expressions_that_ignore_case_are_culture_invariant() => Assert.Empty(
        Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => File.ReadLines(file).Where(line => line.Contains("RegexOptions.IgnoreCase", StringComparison.Ordinal)
                && !line.Contains("RegexOptions.CultureInvariant", StringComparison.Ordinal)).Select(line => $"{file}: {line.Trim()}")));

    [Fact]
    public void Views_format_times_without_the_culture() => Assert.Empty(
        Views.ViewScript.All.Where(script => Regex.IsMatch(script.Text, @"\.ToString\('[^']*'\)")).Select(script => script.Text));
}
