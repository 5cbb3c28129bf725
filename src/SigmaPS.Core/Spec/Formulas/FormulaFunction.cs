using System.Collections.Generic;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>One function of Sigma, as the function table knows it.</summary>
public sealed class FormulaFunction(
    string name,
    string kind,
    int minArguments,
    int? maxArguments,
    FormulaType result,
    bool isSure)
{
    /// <summary>Its name as Sigma writes it.</summary>
    public string Name { get; } = name;

    /// <summary>Its kind: scalar, aggregate, window, lookup and so on.</summary>
    public string Kind { get; } = kind;

    /// <summary>The fewest arguments.</summary>
    public int MinArguments { get; } = minArguments;

    /// <summary>The most arguments; null for any number.</summary>
    public int? MaxArguments { get; } = maxArguments;

    /// <summary>The type of its result; Unknown where it follows from the arguments.</summary>
    public FormulaType Result { get; } = result;

    /// <summary>Whether the number of arguments is certain.</summary>
    public bool AreArgumentsSure { get; } = isSure;

    /// <summary>The texts that an argument takes, by the argument's position.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<string>> Values { get; internal init; } = new Dictionary<int, IReadOnlyList<string>>();

    /// <summary>Whether it is a window function, which a metric cannot have.</summary>
    public bool IsWindow => Kind == "window";

    /// <summary>Whether it reads another element, which a metric cannot do.</summary>
    public bool IsJoin => Kind == "lookup";

    /// <summary>Whether it aggregates rows.</summary>
    public bool IsAggregate => Kind == "aggregate";
}
