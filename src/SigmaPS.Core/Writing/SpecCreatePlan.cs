using System;
using System.Collections.Generic;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Validation;

namespace SigmaPS.Core.Writing;

/// <summary>A new model that was validated before it is sent.</summary>
public sealed class SpecCreatePlan
{
    private SpecCreatePlan(SpecDocument document, string name, IReadOnlyList<SpecIssue> issues, SigmaEngineException? refusal)
    {
        Issues = issues;
        Document = document;
        Name = name;
        Refusal = refusal;
    }

    /// <summary>The content.</summary>
    public SpecDocument Document { get; }

    /// <summary>The new model's name.</summary>
    public string Name { get; }

    /// <summary>The issues of the spec: the errors, or all issues on request.</summary>
    public IReadOnlyList<SpecIssue> Issues { get; }

    /// <summary>The refusal; null if the model can be created.</summary>
    public SigmaEngineException? Refusal { get; }

    /// <summary>A sentence about text that the firewall in front of Sigma is known to reject; null without any.</summary>
    public string? Trap => WafRejectedText.Warning(Document);

    /// <summary>Validates the content.</summary>
    /// <param name="document">The content. Groupings "base", which Sigma returns and does not accept, are removed from it.</param>
    /// <param name="name">The new model's name.</param>
    /// <param name="skipValidation">Whether the model is created in spite of errors.</param>
    /// <param name="tellsAll">Whether warnings and hints are reported too.</param>
    /// <param name="allowedRules">The rules whose errors do not stop the creation; null for none.</param>
    /// <param name="customFunctions">The functions that the organization defined for itself; null for none.</param>
    /// <returns>The plan.</returns>
    public static SpecCreatePlan FromDocument(
        SpecDocument document,
        string name,
        bool skipValidation,
        bool tellsAll = false,
        IReadOnlyCollection<string>? allowedRules = null,
        IReadOnlyCollection<string>? customFunctions = null)
    {
        BaseGrouping.Remove(document.Root);
        IReadOnlyList<SpecIssue> issues = tellsAll
            ? SpecValidator.Validate(document.Root, customFunctions: customFunctions)
            : skipValidation ? Array.Empty<SpecIssue>() : IntroducedErrors.Errors(document, customFunctions);
        return new SpecCreatePlan(
            document,
            name,
            issues,
            DocumentBoundSources.Refusal(document, null, name, null)
                ?? (skipValidation ? null : IntroducedErrors.ForNewModel(issues, allowedRules).Refusal(name, null)));
    }
}
