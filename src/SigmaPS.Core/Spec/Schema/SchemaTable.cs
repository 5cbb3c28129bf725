namespace SigmaPS.Core.Spec;

/// <summary>The published schema of a representation (schemaVersion 1) as a table, with what later copies of it and real exports add.</summary>
/// <remarks>
/// "type key!:form key:form[] by:key use:type". "!" marks a key that must be there, "[]" a list. "by" says which key chooses the branch, whose row is
/// "type.value"; "use" takes over another row and its branches. A row that begins with "=" lists the values a key may have.
/// Unknown keys are no breach, because the service grows.
/// </remarks>
internal static class SchemaTable
{
    public const string Rows =
        """
        =nulls always|never|when-no-value-is-selected
        =compare <=|=|>=
        =inexclude include|exclude
        =onoff enabled|disabled
        =truth True/False|True/All
        =case sensitive|insensitive
        =unit year|quarter|month|week-starting-sunday|week-starting-monday|day|hour|minute
        =timeunit year|quarter|month|week|week-starting-sunday|week-starting-monday|day|hour|minute|second
        =textmode equals|does-not-equal|contains|does-not-contain|starts-with|does-not-start-with|ends-with|does-not-end-with|like|not-like|matches-regexp|does-not-match-regexp
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
        root schemaVersion!:version pages!:page[]
        page id!:text name!:text elements!:element[]
        element id!:text kind!:text by:kind
        element.table source!:source columns!:column[] name:text description:text metrics:metric[] relationships:relationship[] filters:filter[] folders:folder[] groupings:grouping[] summary:text[] order:text[] visibleAsSource:boolean sort:sort[] columnSecurities:security[]
        element.control controlId!:text controlType!:text name:text filters:target[] parameters:parameter[] by:controlType
        element.control.list mode:inexclude source:values selectionMode:selection value:any values:any[]
        element.control.segmented source:values value:any clearLabel:text showClearLabel:boolean
        element.control.hierarchy source:target mode:inexclude values:any[]
        element.control.text mode!:textmode value:text case:case includeNulls:nulls showOperators:boolean
        element.control.text-area value:text
        element.control.number mode!:compare value:number includeNulls:nulls
        element.control.number-range min:number max:number includeNulls:nulls
        element.control.date mode!:compare value:date includeNulls:nulls
        element.control.date-range use:daterange
        element.control.slider mode!:compare low:number high:number step:number value:number includeNulls:nulls
        element.control.range-slider low:number high:number step:number min:number max:number includeNulls:nulls
        element.control.checkbox mode!:truth value:boolean
        element.control.switch mode!:truth value:boolean
        element.control.top-n use:topn
        source kind!:text by:kind
        source.warehouse-table connectionId!:text path!:text[]
        source.sql connectionId!:text statement!:text
        source.table elementId!:text groupingId:text
        source.data-model dataModelId!:text elementId!:text groupingId:text
        source.csv-table connectionId!:text inodeId!:text
        source.metric-view connectionId!:text path!:text[]
        source.semantic-view connectionId!:text path!:text[]
        source.join joins!:joinleg[] name:text primarySource:source
        source.union sources!:joinable[] matches!:match[] name:text
        source.transpose source!:joinable direction!:text by:direction
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
        joinleg left!:source right!:source columns!:joinkey[] name:text joinType:jointype
        joinkey left!:text right!:text op:joinop
        match outputColumnName!:text sourceColumns!:textornull[]
        column id!:text formula!:text name:text description:text hidden:boolean format:format
        format kind!:text by:kind
        format.number formatString:text prefix:text suffix:text displayNullAs:text decimalSymbol:text digitGroupingSymbol:text digitGroupingSize:number[] currencySymbol:text
        format.datetime formatString:text
        metric id!:text formula!:text name:text description:text isHighlighted:boolean format:format timeline:timeline
        timeline dateColumnId!:text truncation:timeunit comparison:comparison
        comparison comparisonPeriod!:timeunit direction:better
        relationship id!:text targetElementId!:text keys!:key[] name:text description:text
        key sourceColumnId!:text targetColumnId!:text
        filter id!:text columnId!:text kind!:text state:onoff by:kind
        filter.list mode:inexclude values:any[]
        filter.text-match mode!:textmode value:text case:case includeNulls:nulls
        filter.number-range min:number max:number includeNulls:nulls
        filter.date-range use:daterange
        filter.top-n use:topn
        filter.hierarchy mode:inexclude values:any[]
        daterange mode!:text includeNulls:nulls by:mode
        daterange.between startDate:text endDate:text
        daterange.on date!:text
        daterange.before date!:text
        daterange.after date!:text
        daterange.next value!:number unit!:unit includeToday!:boolean
        daterange.last value!:number unit!:unit includeToday!:boolean
        daterange.current unit!:unit
        daterange.custom startDate:date endDate:date
        reldate op!:nowop unit!:unit value!:number
        topn rankingFunction!:text includeNulls:nulls by:rankingFunction
        topn.rank mode!:topmode rowCount:number
        topn.rank-dense mode!:topmode rowCount:number
        topn.row-number mode!:topmode rowCount:number
        topn.rank-percentile mode!:percentmode percentile:number
        topn.cume-dist mode!:percentmode percentile:number
        folder id!:text name!:text items:text[]
        grouping id!:text groupBy:text[] calculations:text[]
        sort columnId!:text direction!:direction nulls:nullsorder
        security id!:text restrictedColumns!:text[] criteria!:criteria
        criteria kind!:text by:kind
        criteria.no-one-can-view
        criteria.specific-users-and-teams assignments!:assignment[]
        criteria.user-attribute assignments!:attribute[]
        assignment type!:text by:type
        assignment.user userId!:text
        assignment.team teamId!:text
        attribute userAttributeId!:text value!:text
        target source!:joinable columnId!:text
        parameter kind!:text dataModelId!:text controlId!:text by:kind
        parameter.data-model
        values kind!:text by:kind
        values.source source!:joinable columnId!:text displayColumnId:text
        values.manual valueType!:valuetype values:any[] labels:textornull[]
        """;
}
