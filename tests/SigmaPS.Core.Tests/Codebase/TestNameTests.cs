using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace SigmaPS.Core.Tests.Codebase;

/// <summary>The names of the tests, in each assembly that this file is part of.</summary>
public sealed class TestNameTests
{
    // A list of failed tests is read as a list of promises: Subject_does_something_when_condition, with three words at least.
    private static readonly Regex Sentence = new("^(?!(A|An|The)_)[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+){2,}$");

    private static readonly Regex Title = new(@"^\s*(It|Context|Describe) (?<quote>['""])(?<title>.*?)\k<quote>", RegexOptions.Multiline);

    private static readonly Assembly Tests = Assembly.GetExecutingAssembly();

    private static IEnumerable<MethodInfo> Methods =>
        Tests.GetTypes().SelectMany(type => type.GetMethods()).Where(method => method.IsDefined(typeof(FactAttribute)));

    [Fact]
    public void Test_is_named_by_a_sentence_of_words_with_an_underscore_between_them() =>
        Assert.Equal([], Names(Methods.Where(method => !Sentence.IsMatch(method.Name))));

    [Fact]
    public void Test_is_named_in_the_language_of_the_documents()
    {
        List<Regex> banned = Banned();
        Assert.Equal([], Names(Methods.Where(method => banned.Exists(phrase => phrase.IsMatch(method.Name.Replace('_', ' '))))));
    }

    [Fact]
    public void Title_of_a_Pester_test_is_in_the_language_of_the_documents()
    {
        List<Regex> banned = Banned();
        List<string> titles = [.. Directory
            .EnumerateFiles(Path.Combine(Root(), "tests", "Pester"), "*.Tests.ps1")
            .SelectMany(file => Title.Matches(File.ReadAllText(file)).Cast<Match>().Select(match => match.Groups["title"].Value))];
        Assert.NotEmpty(titles);
        Assert.Equal([], titles.Where(title => banned.Exists(phrase => phrase.IsMatch(title))));
    }

    private static List<Regex> Banned() => [.. File.ReadLines(Path.Combine(Root(), "module", "help", "language.tsv"))
        .Select(line => line.Split('\t')).Where(fields => fields[0] == "ban").Select(fields => new Regex(fields[1]))];

    private static IEnumerable<string> Names(IEnumerable<MethodInfo> methods) =>
        methods.Select(method => $"{method.DeclaringType!.Name}.{method.Name}").Distinct().Order();

    private static string Root() =>
        Tests.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "RepositoryRoot").Value!;
}
