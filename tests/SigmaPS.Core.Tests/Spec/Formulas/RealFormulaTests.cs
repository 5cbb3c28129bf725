using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Formulas;

public sealed class RealFormulaTests
{
    // A converter's output names columns that its SQL does not give.
    private const string ConvertersFault = "event_session_funnel: ";

    [Theory]
    [MemberData(nameof(SpecFiles.Exports), MemberType = typeof(SpecFiles))]
    [CorpusData]
    public void Every_reference_resolves_except_for_the_known_errors(string file)
    {
        var text = SpecFiles.Text(file);
        ModelScope model = new(SpecDocument.Parse(text, file));
        IEnumerable<string> unresolved = model.Elements.SelectMany(element =>
            ElementIds
                .Objects(element.Element, "columns")
                .Concat(ElementIds.Objects(element.Element, "metrics"))
                .SelectMany(item =>
                    FormulaReferences
                        .Parse(item.Text("formula") ?? "")
                        .Select(element.Resolve)
                        .Where(found => found.Kind == ReferenceKind.Unresolved)
                        .Select(found => $"{element.Name}: {item.Text("formula")}: {found.Missing}")));
        Assert.Equal(
            file switch
            {
                // A metric over a column that does not exist (the corpus states that itself).
                "corpus/gitops-alteryx-data-model.json" or "exports/fault-missing-column.json" =>
                [
                    "ORDER_FACT: Sum([Gross_Revenue]): Gross_Revenue",
                ],
                _ => [],
            },
            unresolved.Where(sentence => !sentence.StartsWith(ConvertersFault, StringComparison.Ordinal)));
    }
}
