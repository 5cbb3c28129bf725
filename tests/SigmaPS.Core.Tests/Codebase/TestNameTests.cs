using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace SigmaPS.Core.Tests.Codebase;

/// <summary>The names of the tests, in each assembly that this file is part of.</summary>
public sealed class TestNameTests
{
    // A list of failed tests is read as a list of promises, so each name is a sentence: a capital, and three words at least.
    private static readonly Regex Sentence = new("^[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+){2,}$");

    [Fact]
    public void Test_is_named_by_a_sentence_of_words_with_an_underscore_between_them() =>
        Assert.Equal(
            [],
            Assembly
                .GetExecutingAssembly()
                .GetTypes()
                .SelectMany(type => type.GetMethods())
                .Where(method => method.IsDefined(typeof(FactAttribute)) && !Sentence.IsMatch(method.Name))
                .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
                .Distinct()
                .Order());
}
