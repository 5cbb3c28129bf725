using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SigmaPS.Tests.Support;

/// <summary>The .NET types that a types or format file names: those it needs loaded, or shows.</summary>
internal static partial class BoundFile
{
    // In these parents, TypeName is a .NET type that PowerShell resolves when it binds the file.
    private static readonly string[] ResolvedWhenBound =
    [
        "TypeAdapter",
        "TypeConverter",
        "GetCodeReference",
        "SetCodeReference",
        "CodeReference",
    ];

    /// <summary>Every type that neither .NET nor PowerShell has, and every name in our namespace, wherever it is in the file.</summary>
    public static IReadOnlyList<string> ReadTypeNames(string path)
    {
        XElement[] leaves = [.. XDocument.Load(path).Descendants().Where(element => !element.HasElements)];
        IEnumerable<string> ours = leaves.SelectMany(leaf => OurName().Matches(leaf.Value)).Select(match => match.Value);
        IEnumerable<string> bound = leaves
            .Where(leaf => leaf.Name.LocalName == "TypeName" && ResolvedWhenBound.Contains(leaf.Parent!.Name.LocalName))
            .SelectMany(leaf => ReadScript($"[{leaf.Value.Trim()}]"));
        IEnumerable<string> scripted = leaves
            .Where(leaf => leaf.Name.LocalName.Contains("Script", StringComparison.Ordinal))
            .SelectMany(leaf => ReadScript(leaf.Value));
        return [.. ours.Concat(bound).Concat(scripted).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    [GeneratedRegex(@"\bSigmaPS(?:\.[A-Za-z_]\w*)+(?:\+\w+)*", RegexOptions.IgnoreCase)]
    private static partial Regex OurName();

    private static IEnumerable<string> ReadScript(string script) => Parser.ParseInput(script, out _, out _)
        .FindAll(node => node is TypeExpressionAst or TypeConstraintAst, searchNestedScriptBlocks: true)
        .Select(node => node is TypeExpressionAst expression ? expression.TypeName : ((TypeConstraintAst)node).TypeName)
        .Where(name => !IsOfThePlatform(name)).Select(name => name.FullName);

    private static bool IsOfThePlatform(ITypeName name) => name.GetReflectionType() is { } type
        && (type.Assembly == typeof(PSObject).Assembly || type.Assembly.GetName().Name!.StartsWith("System.", StringComparison.Ordinal));
}
