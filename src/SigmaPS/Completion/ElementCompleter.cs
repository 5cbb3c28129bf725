using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;

namespace SigmaPS.Completion;

/// <summary>Completes elements of the spec on the command line.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ElementCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound)
    {
        if (BoundSpec.Find(bound) is not { } document)
        {
            return Enumerable.Empty<Candidate>();
        }

        var names = new Core.Spec.DisplayNames(document);
        return document.Elements.Select(element => new Candidate(names.OfElement(element)));
    }
}
