using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace SigmaPS.Binding;

/// <summary>Parts of formulas, in any case. Brackets are plain text there, because formulas are full of them; * and ? stand for anything.</summary>
internal sealed class FormulaPatterns
{
    private readonly List<WildcardPattern>? _patterns;

    public FormulaPatterns(string[]? parts)
    {
        _patterns = parts?.Select(part => InvariantPattern.Create("*" + part.Replace("`", "``").Replace("[", "`[").Replace("]", "`]") + "*")).ToList();
    }

    /// <summary>Whether a formula holds one of the parts sought.</summary>
    public bool Fit(string formula) => _patterns is null || _patterns.Any(pattern => pattern.IsMatch(formula));
}
