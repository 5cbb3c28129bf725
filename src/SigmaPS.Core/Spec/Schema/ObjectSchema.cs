using System;
using System.Collections.Generic;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec;

/// <summary>What a field holds, as far as editing has to know it.</summary>
internal enum FieldType
{
    /// <summary>One value, or nothing that editing has to know.</summary>
    Single,

    /// <summary>A list of objects or of plain values.</summary>
    List,

    /// <summary>A list of lists: a single value cannot be told from a list that lost its brackets, so nothing is guessed.</summary>
    ListOfLists,
}

/// <summary>A kind of object in a representation: its keys in canonical order, its lists, and what its parts are.</summary>
/// <remarks>From the published schema and, for the order, from real exports (spec sheet, section 13).</remarks>
internal sealed class ObjectSchema
{
    private static readonly ObjectSchema Plain = new("");
    private static readonly ObjectSchema Key = new("sourceColumnId targetColumnId");
    private static readonly ObjectSchema JoinKey = new("left right op");
    private static readonly ObjectSchema UnionMatch = new("outputColumnName sourceColumns[]");
    private static readonly ObjectSchema Assignment = new("type userId teamId userAttributeId value");
    private static readonly ObjectSchema Criteria = new("kind assignments[]") { Parts = { ["assignments"] = Assignment } };
    private static readonly ObjectSchema Format = new("kind formatString prefix suffix displayNullAs decimalSymbol digitGroupingSymbol digitGroupingSize[] currencySymbol");
    private static readonly ObjectSchema Column = new("id formula name hidden description format") { Parts = { ["format"] = Format } };
    private static readonly ObjectSchema Comparison = new("comparisonPeriod direction");
    private static readonly ObjectSchema Timeline = new("dateColumnId truncation comparison") { Parts = { ["comparison"] = Comparison } };
    private static readonly ObjectSchema Metric = new("id formula name description isHighlighted format timeline") { Parts = { ["format"] = Format, ["timeline"] = Timeline } };
    private static readonly ObjectSchema Relationship = new("id targetElementId keys[]! name description") { Parts = { ["keys"] = Key } };
    private static readonly ObjectSchema Filter = new("id columnId kind state mode values[] value case rankingFunction rowCount percentile min max startDate endDate date unit includeToday includeNulls");
    private static readonly ObjectSchema HierarchyFilter = new("id columnId kind state mode values[][] includeNulls");
    private static readonly ObjectSchema Folder = new("id name items[]");
    private static readonly ObjectSchema Grouping = new("id groupBy[] calculations[]");
    private static readonly ObjectSchema Sort = new("columnId direction nulls");
    private static readonly ObjectSchema Security = new("id criteria restrictedColumns[]") { Parts = { ["criteria"] = Criteria } };
    private static readonly ObjectSchema JoinLeg = new("left right columns[]! name joinType") { Parts = { ["columns"] = JoinKey } };
    private static readonly ObjectSchema Source = new("connectionId dataModelId elementId groupingId inodeId statement kind path[]! joins[]! sources[]! matches[]! primarySource name source direction outputColumns[] columnToTranspose valueColumn aggregate columnsToMerge[] columnLabelForMergedColumns columnLabelForValues")
    {
        Parts = { ["joins"] = JoinLeg, ["matches"] = UnionMatch },
    };

    private static readonly ObjectSchema ControlTarget = new("source columnId") { Parts = { ["source"] = Source } };
    private static readonly ObjectSchema ControlParameter = new("kind dataModelId controlId");
    private static readonly ObjectSchema ValueSource = new("kind source columnId displayColumnId valueType values[] labels[]") { Parts = { ["source"] = Source } };
    private static readonly ObjectSchema Control = new("kind controlId id name filters[] parameters[] controlType mode selectionMode value values[] unit date startDate endDate source min max low high step case rankingFunction rowCount percentile clearLabel showClearLabel showOperators includeToday includeNulls")
    {
        Parts = { ["filters"] = ControlTarget, ["parameters"] = ControlParameter, ["source"] = ValueSource },
    };

    private static readonly ObjectSchema HierarchyControl = new("kind controlId id name filters[] parameters[] controlType mode values[][] source")
    {
        Parts = { ["filters"] = ControlTarget, ["parameters"] = ControlParameter, ["source"] = ValueSource },
    };

    private static readonly ObjectSchema Table = new("id kind source columns[]! name description metrics[] groupings[] relationships[] filters[] folders[] order[] summary[] visibleAsSource columnSecurities[] sort[]")
    {
        Parts =
        {
            ["source"] = Source,
            ["columns"] = Column,
            ["metrics"] = Metric,
            ["groupings"] = Grouping,
            ["relationships"] = Relationship,
            ["filters"] = Filter,
            ["folders"] = Folder,
            ["columnSecurities"] = Security,
            ["sort"] = Sort,
        },
    };

    private static readonly ObjectSchema Page = new("id name elements[]!") { Parts = { ["elements"] = Table } };

    private readonly Dictionary<string, int> _ranks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FieldType> _lists = new(StringComparer.Ordinal);
    private readonly HashSet<string> _neverNull = new(StringComparer.Ordinal);

    // A join's sides and a transposition's inner source are sources themselves.
    static ObjectSchema()
    {
        JoinLeg.Parts["left"] = Source;
        JoinLeg.Parts["right"] = Source;
        Source.Parts["primarySource"] = Source;
        Source.Parts["source"] = Source;
        Source.Parts["sources"] = Source;
    }

    // "name[]" is a list, "name[][]" a list of lists, "!" one that a model cannot do without.
    private ObjectSchema(string keys)
    {
        foreach (var word in keys.Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries))
        {
            var name = word.TrimEnd('!').Replace("[]", "");
            _ranks[name] = _ranks.Count;
            if (word.IndexOf("[]", StringComparison.Ordinal) >= 0)
            {
                _lists[name] = word.IndexOf("[][]", StringComparison.Ordinal) >= 0 ? FieldType.ListOfLists : FieldType.List;
            }

            if (word.EndsWith("!", StringComparison.Ordinal))
            {
                _neverNull.Add(name);
            }
        }
    }

    /// <summary>The shape of a whole document.</summary>
    public static ObjectSchema Root { get; } = new("dataModelId name description url documentVersion latestDocumentVersion ownerId folderId createdBy updatedBy createdAt updatedAt schemaVersion pages[]! kind") { Parts = { ["pages"] = Page } };

    /// <summary>The names that are lists of objects wherever the schema has them.</summary>
    public static ISet<string> ObjectLists { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "pages", "elements", "columns", "metrics", "groupings", "relationships", "filters", "folders", "columnSecurities", "sort",
        "keys", "joins", "sources", "matches", "parameters", "assignments",
    };

    private Dictionary<string, ObjectSchema> Parts { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the schema knows a field.</summary>
    public bool Knows(string name) => _ranks.ContainsKey(name);

    /// <summary>What a field holds.</summary>
    public FieldType Form(string name) => _lists.TryGetValue(name, out var form) ? form : FieldType.Single;

    /// <summary>Whether a null in this list is an error and never an empty list.</summary>
    public bool NeverNull(string name) => _neverNull.Contains(name);

    /// <summary>A key's place in the canonical order; unknown keys come last.</summary>
    public int Rank(string name) => _ranks.TryGetValue(name, out var rank) ? rank : int.MaxValue;

    /// <summary>The shape of an object that stands in a field of this one.</summary>
    public ObjectSchema Part(string name, JsonObject part) => !Parts.TryGetValue(name, out var shape) ? Plain
        : shape == Table && part.Text("kind") == "control" ? part.Text("controlType") == "hierarchy" ? HierarchyControl : Control
        : shape == Filter && part.Text("kind") == "hierarchy" ? HierarchyFilter
        : shape;
}
