using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Codebase;

/// <summary>The documents for people who change the code name files and types that are there.</summary>
public sealed class DocumentNamesTests
{
    private static readonly string[] Places = ["src", "tests", "module", "docs", "examples", ".ci"];
    private static readonly string[] Built = ["bin", "obj"];
    private static readonly Regex Quoted = new("`([^`\n]+)`");
    private static readonly Regex FilePath = new(@"^[\w./-]+\.(cs|ps1|psm1|psd1|ps1xml|md|json|tsv|proj|targets|csproj|sln|props|txt)$");
    private static readonly Regex Placeholder = new("Verb-?Noun");
    private static readonly Regex Name = new(@"^[A-Z]\w+([./][A-Z]\w+)*$");

    // The same for each document.
    private static readonly Lazy<string[]> Present = new(() => [.. Files()]);
    private static readonly Lazy<HashSet<string>> Known = new(() =>
        [.. Present.Value.Where(file => Path.GetExtension(file) != ".md").SelectMany(Words)]);

    [Theory]
    [InlineData("CONTRIBUTING.md", 30)]
    [InlineData("docs/architecture.md", 80)]
    public void File_or_type_that_a_document_names_is_there(string document, int least)
    {
        string[] files = Present.Value;
        HashSet<string> words = Known.Value;
        string text = File.ReadAllText(Path.Combine(Repository.Root, document));
        string[] named = [.. Quoted.Matches(text).Select(match => match.Groups[1].Value)];
        string[] paths = [.. named.Where(name => FilePath.IsMatch(name) && !Placeholder.IsMatch(name))];
        string[] names = [.. named.Except(paths).Where(name => Name.IsMatch(name) && !Placeholder.IsMatch(name))];
        Assert.InRange(paths.Length + names.Length, least, int.MaxValue);
        Assert.Equal([], paths.Where(path => !files.Any(file => ("/" + file).EndsWith("/" + path, StringComparison.Ordinal))));
        Assert.Equal([], names.Where(name => name.Split('.', '/').Any(part => part.Length > 1 && !words.Contains(part))));
    }

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Repository.Root)
            .Concat(Places.SelectMany(place =>
                Directory.EnumerateFiles(Path.Combine(Repository.Root, place), "*", SearchOption.AllDirectories)))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(Built.Contains));

    private static IEnumerable<string> Words(string file) =>
        Regex.Matches(File.ReadAllText(Path.Combine(Repository.Root, file)), @"\w+")
            .Select(match => match.Value)
            .Concat(file.Split('/', '.'));
}
