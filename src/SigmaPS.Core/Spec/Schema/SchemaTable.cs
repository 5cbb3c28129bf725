namespace SigmaPS.Core.Spec;

/// <summary>
/// The schema of a spec: the published one (schemaVersion 1) as a table, with the additions of later copies and real exports.
/// Validation, lists, canonical order, IDs, defaults and comparison are derived from these rows.
/// </summary>
/// <remarks>
/// A row is "type key:form …"; a row that begins with "+" continues the previous one. A row that begins with "=" lists the values of a
/// form.
/// "!" marks a required key, "!!" a required list in which null is an error. "by" names the key that selects a branch; its row is
/// "type.value".
/// "use" includes another row and its branches. The keys of a row are in canonical order (spec sheet, section 13).
/// A word without a form places a key of the type in the order of a branch.
/// Forms: "[]" is a list, "[&gt;]" a list whose order is significant, "[][]" a list of lists. "=value" is the default, which Sigma
/// omits or writes out (spec sheet, sections 3.1, 4, 5 and 13). "@" marks a reference by ID: "@column" (or a metric) and "@layout"
/// (folders too; need not resolve) of this element, "@element", "@source" (the element that a source reads) and "@grouping".
/// A path after "/" leads to the ID of the element that contains the item. Unknown keys are allowed, because the service grows.
/// </remarks>
internal static class SchemaTable
{
    public const string Rows = """
        =nulls always|never|when-no-value-is-selected
        =compare <=|=|>=
        =inexclude include|exclude
        =onoff enabled|disabled
        =truth True/False|True/All
        =case sensitive|insensitive
        =unit year|quarter|month|week-starting-sunday|week-starting-monday|day|hour|minute
        =timeunit year|quarter|month|week|week-starting-sunday|week-starting-monday|day|hour|minute|second
        =textmode equals|does-not-equal|contains|does-not-contain|starts-with|does-not-start-with|ends-with
        +|does-not-end-with|like|not-like|matches-regexp|does-not-match-regexp
        =joinop <|<=|=|!=|>=|>|within|intersects|is-distinct-from|is-not-distinct-from
        =jointype inner|left-outer|right-outer|full-outer|lookup
        =aggregate min|max|count|count-if|count-distinct|sum|avg|median
        =topmode top-n|bottom-n
        =percentmode top-percentile|bottom-percentile
        =direction ascending|descending
        =nullsorder first|last|connection-default
        =better higher-is-better|lower-is-better
        =valuetype text|number|date|boolean
        =selection single|multiple
        =nowop now-minus|now-plus
        root dataModelId:any name:any description:any url:any documentVersion:any latestDocumentVersion:any
        + ownerId:any folderId:any createdBy:any updatedBy:any createdAt:any updatedAt:any schemaVersion!:version pages!!:page[] kind:any
        page id!:text name!:text elements!!:element[]
        element id!:text kind!:text by:kind
        element.table source!:source columns!!:column[] name:text description:text metrics:metric[]=[] groupings:grouping[>]=[]
        + relationships:relationship[]=[] filters:filter[]=[] folders:folder[]=[] order:@layout[]=[] summary:@layout[]=[]
        + visibleAsSource:boolean=true columnSecurities:security[]=[] sort:sort[>]=[]
        element.control kind controlId!:text id name:text filters:target[]=[] parameters:parameter[]=[] controlType!:text by:controlType
        element.control.list mode:inexclude selectionMode:selection value:any values:any[] source:values
        element.control.segmented value:any source:values clearLabel:text showClearLabel:boolean
        element.control.hierarchy mode:inexclude values:any[][] source:target
        element.control.text mode!:textmode value:text case:case showOperators:boolean includeNulls:nulls
        element.control.text-area value:text
        element.control.number mode!:compare value:number includeNulls:nulls
        element.control.number-range min:number max:number includeNulls:nulls
        element.control.date mode!:compare value:date includeNulls:nulls
        element.control.date-range use:daterange
        element.control.slider mode!:compare value:number low:number high:number step:number includeNulls:nulls
        element.control.range-slider min:number max:number low:number high:number step:number includeNulls:nulls
        element.control.checkbox mode!:truth value:boolean
        element.control.switch mode!:truth value:boolean
        element.control.top-n use:topn
        source kind!:text by:kind
        source.warehouse-table connectionId!:text kind path!!:text[]
        source.sql connectionId!:text statement!:text kind
        source.table elementId!:@source groupingId:@grouping/elementId=base kind
        source.data-model dataModelId!:text elementId!:text groupingId:text=base kind
        source.csv-table connectionId!:text inodeId!:text kind
        source.metric-view connectionId!:text kind path!!:text[]
        source.semantic-view connectionId!:text kind path!!:text[]
        source.join kind joins!!:joinleg[] primarySource:source name:text
        source.union kind sources!!:joinable[] matches!!:match[] name:text
        source.transpose kind source!:joinable direction!:text by:direction
        source.transpose.row-to-column outputColumns!:text[] columnToTranspose!:text valueColumn!:text aggregate!:aggregate
        source.transpose.column-to-row columnsToMerge!:text[] columnLabelForMergedColumns!:text columnLabelForValues!:text
        joinable kind!:text by:kind
        joinable.warehouse-table use:source.warehouse-table
        joinable.table use:source.table
        joinable.data-model use:source.data-model
        joinable.sql use:source.sql
        joinable.csv-table use:source.csv-table
        joinable.metric-view use:source.metric-view
        joinable.semantic-view use:source.semantic-view
        joinleg left!:source right!:source columns!!:joinkey[] name:text joinType:jointype=inner
        joinkey left!:text right!:text op:joinop==
        match outputColumnName!:text sourceColumns!:textornull[]
        column id!:text formula!:text name:text hidden:boolean=false description:text format:format
        format kind!:text by:kind
        format.number formatString:text prefix:text suffix:text displayNullAs:text decimalSymbol:text
        + digitGroupingSymbol:text digitGroupingSize:number[] currencySymbol:text
        format.datetime formatString:text
        metric id!:text formula!:text name:text description:text isHighlighted:boolean format:format timeline:timeline
        timeline dateColumnId!:@column truncation:timeunit comparison:comparison
        comparison comparisonPeriod!:timeunit direction:better
        relationship id!:text targetElementId!:@element keys!!:key[] name:text description:text
        key sourceColumnId!:@column targetColumnId!:@column/targetElementId
        filter id!:text columnId!:@column kind!:text state:onoff=enabled by:kind
        filter.list mode:inexclude values:any[]
        filter.text-match mode!:textmode value:text case:case includeNulls:nulls
        filter.number-range min:number max:number includeNulls:nulls
        filter.date-range use:daterange
        filter.top-n use:topn
        filter.hierarchy mode:inexclude values:any[][]
        daterange mode!:text includeNulls:nulls by:mode
        daterange.between mode startDate:text endDate:text includeNulls
        daterange.on mode date!:text includeNulls
        daterange.before mode date!:text includeNulls
        daterange.after mode date!:text includeNulls
        daterange.next mode value!:number unit!:unit includeToday!:boolean includeNulls
        daterange.last mode value!:number unit!:unit includeToday!:boolean includeNulls
        daterange.current mode unit!:unit includeNulls
        daterange.custom mode startDate:date endDate:date includeNulls
        reldate op!:nowop unit!:unit value!:number
        topn rankingFunction!:text includeNulls:nulls by:rankingFunction
        topn.rank mode!:topmode rankingFunction rowCount:number includeNulls
        topn.rank-dense mode!:topmode rankingFunction rowCount:number includeNulls
        topn.row-number mode!:topmode rankingFunction rowCount:number includeNulls
        topn.rank-percentile mode!:percentmode rankingFunction percentile:number includeNulls
        topn.cume-dist mode!:percentmode rankingFunction percentile:number includeNulls
        folder id!:text name!:text items:@layout[]=[]
        grouping id!:text groupBy:@column[]=[] calculations:@column[]=[]
        sort columnId!:@column direction!:direction nulls:nullsorder
        security id!:text criteria!:criteria restrictedColumns!:@column[]
        criteria kind!:text by:kind
        criteria.no-one-can-view
        criteria.specific-users-and-teams assignments!:assignment[]
        criteria.user-attribute assignments!:attribute[]
        assignment type!:text by:type
        assignment.user userId!:text
        assignment.team teamId!:text
        attribute userAttributeId!:text value!:text
        target source!:joinable columnId!:@column/source.elementId
        parameter kind!:text dataModelId!:text controlId!:text by:kind
        parameter.data-model
        values kind!:text by:kind
        values.source source!:joinable columnId!:@column/source.elementId displayColumnId:@column/source.elementId
        values.manual valueType!:valuetype values:any[] labels:textornull[]
        """;
}
