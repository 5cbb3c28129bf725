using System.Linq;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Edit;

public sealed class CanonicalOrderTests
{
    [Theory]
    [MemberData(nameof(SpecFiles.Exports), MemberType = typeof(SpecFiles))]
    [CorpusData(ExportsOnly = true)]
    public void Canonical_order_is_the_one_in_which_Sigma_writes_tables_and_their_parts(string name)
    {
        var text = SpecFiles.Text(name);
        if (!IsNewer(text))
        {
            return;
        }

        var real = Tables(Trees.Object(text));
        var made = (JsonObject)Trees.Made(Shuffled(JsonTree.Parse(text)));
        ListNormalizer.Apply(made);
        Assert.Equal(real, Tables(made));
    }

    // Today's layout has schemaVersion after updatedAt (spec sheet, section 13). Older documents have another order, which this test is not
    // about.
    private static bool IsNewer(string text)
    {
        var keys = Trees.Object(text).Select(member => member.Name).ToList();
        return keys.IndexOf("schemaVersion") > keys.IndexOf("updatedAt") && !keys.Contains("description");
    }

    // The keys of controls and filters have no fixed order (section 13), so tables without their filters are looked at.
    private static string[] Tables(JsonObject root) =>
        SpecDocument
            .From(root, "x")
            .Elements.Where(element => element.Text("kind") == "table")
            .Select(table =>
            {
                table.Remove("filters");
                return Trees.Compact(table);
            })
            .ToArray();

    private static JsonValue Shuffled(JsonValue value)
    {
        switch (value)
        {
            case JsonObject o:
                var sorted = new JsonObject();
                foreach (var member in o.OrderByDescending(member => member.Name, System.StringComparer.Ordinal))
                {
                    sorted.Add(member.Name, Shuffled(member.Value));
                }

                return sorted;
            case JsonArray a:
                var items = new JsonArray();
                a.ToList().ForEach(item => items.Add(Shuffled(item)));
                return items;
            default:
                return value;
        }
    }
}
