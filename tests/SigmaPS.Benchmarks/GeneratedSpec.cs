using System.Globalization;
using System.Text;

namespace SigmaPS.Benchmarks;

/// <summary>A spec of any size: elements of a hundred columns, in the layout of today's exports.</summary>
internal static class GeneratedSpec
{
    private const int ColumnsEach = 100;

    public static string WithColumns(int columns)
    {
        StringBuilder text = new(
            "{\"dataModelId\":\"467bc369-5db7-4963-8172-b24a49dbc75b\",\"name\":\"Large\",\"documentVersion\":2,"
                + "\"latestDocumentVersion\":2,\"schemaVersion\":1,\"pages\":[{\"id\":\"p\",\"name\":\"Page 1\",\"elements\":["
        );
        for (int element = 0; element < columns / ColumnsEach; element++)
        {
            text.Append(element == 0 ? "" : ",")
                .Append(
                    CultureInfo.InvariantCulture,
                    $"{{\"id\":\"e{element}\",\"kind\":\"table\",\"source\":{{\"connectionId\":\"c\",\"kind\":\"warehouse-table\","
                        + $"\"path\":[\"DB\",\"SCHEMA\",\"TABLE_{element}\"]}},\"columns\":["
                );
            for (int column = 0; column < ColumnsEach; column++)
            {
                text.Append(column == 0 ? "" : ",")
                    .Append(
                        CultureInfo.InvariantCulture,
                        $"{{\"id\":\"c{column}\",\"formula\":\"[TABLE_{element}/Column {column}]\",\"name\":\"Column {column}\"}}");
            }

            text.Append("]}");
        }

        return text.Append("]}]}").ToString();
    }
}
