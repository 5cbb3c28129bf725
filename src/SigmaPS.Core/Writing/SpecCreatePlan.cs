using System;
using System.Collections.Generic;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Validation;

namespace SigmaPS.Core.Writing;

/// <summary>A model that is to be made, judged before anything is sent.</summary>
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

    /// <summary>What is wrong with it: the errors, or everything where that was asked for.</summary>
    public IReadOnlyList<SpecIssue> Issues { get; }

    /// <summary>What speaks against making it; null when nothing does.</summary>
    public SigmaEngineException? Refusal { get; }

    /// <summary>What the firewall in front of the service is known to refuse in it, in a sentence; null where there is nothing.</summary>
    public string? Trap => WafRejectedText.Warning(Document);

    /// <summary>Judges the content.</summary>
    /// <param name="document">The content; groupings "base", which the service shows and does not take, are taken out of it.</param>
    /// <param name="name">The new model's name.</param>
    /// <param name="skipValidation">Make it whatever is wrong with it.</param>
    /// <param name="tellsAll">Tell warnings and hints too, whether or not errors stand against it.</param>
    /// <param name="allowedRules">The rules whose errors do not stop it; null for none.</param>
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
