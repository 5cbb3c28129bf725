using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace SigmaPS.Core.Tests.Codebase;

/// <summary>An error is copied by <c>With</c> alone. A copy that is made by hand loses the next detail that errors get.</summary>
public sealed class ErrorCopyTests
{
    private static readonly Regex Error = new(@"\bSigmaEngineException (\w+)");

    private static readonly Regex Copy = new(
        @"\b(Status|RequestId|Code|RetryAfter|Target|Switch|Issues|IsUnprocessed) = (?<error>\w+)\.\1\b");

    // The copy itself, and those that take parts over to the user's error, to a result and to a created model.
    private static readonly string[] Others = ["SigmaEngineException.cs", "ErrorRecordFactory.cs", "WriteReporter.cs", "SpecCreator.cs"];

    [Theory]
    [InlineData("SigmaPS")]
    [InlineData("SigmaPS.Core")]
    public void No_error_is_copied_by_hand(string project)
    {
        string root = Path.Combine(Support.SourceTree.Root, "src", project);
        string[] files = [.. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Where(IsCode)];
        Assert.NotEmpty(files);
        Assert.Equal([], files.Where(file => Copies(File.ReadAllText(file)).Any()).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("catch (SigmaEngineException e) { throw new(e.Kind, \"x\", e) { Target = e.Target }; }", true)]
    [InlineData("Unknown(SigmaEngineException lost) => new(Code.Lost, $\"a {b}\", lost)\n{\n Status = lost.Status,\n};", true)]
    [InlineData("catch (SigmaEngineException e) { throw new(Kind.Lost, \"x\", e) { Status = response.Status }; }", false)]
    [InlineData("catch (SigmaEngineException e) { throw e.With(message: \"x\"); }", false)]
    public void Copy_by_hand_is_recognized(string text, bool isCopy) => Assert.Equal(isCopy, Copies(text).Any());

    private static bool IsCode(string file) =>
        !Regex.IsMatch(file, @"[\\/](bin|obj)[\\/]") && !Others.Contains(Path.GetFileName(file));

    private static IEnumerable<string> Copies(string text)
    {
        HashSet<string> errors = [.. Error.Matches(text).Select(match => match.Groups[1].Value)];
        return Copy.Matches(text).Select(match => match.Groups["error"].Value).Where(errors.Contains);
    }
}
