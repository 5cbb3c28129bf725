using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace SigmaPS.Binding;

/// <summary>Matches parts of formulas in any case. Brackets are plain text, because formulas contain many; * and ? are wildcards.</summary>
internal sealed class FormulaPatterns
{
    private readonly List<WildcardPattern>? _patterns;

    public FormulaPatterns(string[]? parts)
    {
        _patterns = parts
            ?.Select(part => InvariantPattern.Create("*" + part.Replace("`", "``").Replace("[", "`[").Replace("]", "`]") + "*"))
            .ToList();
    }

    /// <summary>Whether a formula contains one of the parts.</summary>
    public bool Fit(string formula) => _patterns is null || _patterns.Any(pattern => pattern.IsMatch(formula));
}
