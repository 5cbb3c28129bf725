using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Binding;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>Invoke-SigmaRestMethod: sends a request to any other path of the API, with the module's session, retries and errors.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "SigmaRestMethod", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SpecNode), typeof(string))]
public sealed class InvokeSigmaRestMethodCommand : SigmaSessionCmdlet
{
    /// <summary>The path from the version on, for example v2/grants.</summary>
    [Parameter(Position = 0)]
    public string? Path { get; set; }

    /// <summary>The method.</summary>
    [Parameter(Position = 1)]
    [ValidateSet("Get", "Post", "Put", "Patch", "Delete")]
    public string Method { get; set; } = "Get";

    /// <summary>Keys and values of the query, not encoded; an array repeats its key.</summary>
    [Parameter]
    public IDictionary? Query { get; set; }

    /// <summary>The body: JSON text, or an object, hashtable or list, which is converted to JSON.</summary>
    [Parameter]
    public object? Body { get; set; }

    /// <summary>Reads a list to its end and returns its entries.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <summary>Returns the exact text of each response.</summary>
    [Parameter]
    public SwitchParameter AsJson { get; set; }

    /// <inheritdoc/>
    private protected override void Process() => Run(Path, () =>
    {
        var call = RestRequest.FromParameters(Path, Method, Query, Body, All, Current);
        if (call.IsRead || ShouldProcess($"{call.Name} on {Current}"))
        {
            RunWithClient(Path, (client, pipeline, cancel) => SendAsync(call, client, pipeline, cancel));
        }
    });

    private async Task SendAsync(RestRequest call, Core.Api.SigmaClient client, IDispatcher pipeline, CancellationToken cancel)
    {
        if (All)
        {
            await client.InvokePagesAsync(call.Path, async response =>
            {
                var page = RestResponse.Parse(response.Text, call.Name);
                await WriteAsync(AsJson ? new object[] { response.Text } : page.Entries, pipeline).ConfigureAwait(false);
                return page.Cursor;
            }, cancel).ConfigureAwait(false);
            return;
        }

        var response = await client.InvokeAsync(call.Verb, call.Path, call.Json, cancel).ConfigureAwait(false);
        await WriteAsync(AsJson ? new object[] { response.Text } : RestResponse.Parse(response.Text, call.Name).Whole, pipeline)
            .ConfigureAwait(false);
    }

    private static async Task WriteAsync(IEnumerable<object?> values, IDispatcher pipeline)
    {
        foreach (var value in values)
        {
            await pipeline.WriteAsync(value!).ConfigureAwait(false);
        }
    }
}
