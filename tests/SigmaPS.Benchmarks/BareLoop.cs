using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Benchmarks;

/// <summary>
/// The least that has to be done: GET each spec with a token, so many at once, and write its bytes to a file. No retry, no check, no order.
/// </summary>
public static class BareLoop
{
    /// <summary>Reads the models' specs; writes them where a folder is given.</summary>
    public static void Run(string address, string token, IEnumerable<string> ids, string folder, int limit) =>
        RunAsync(address, token, ids, folder, limit).GetAwaiter().GetResult();

    private static async Task RunAsync(string address, string token, IEnumerable<string> ids, string folder, int limit)
    {
        using HttpClient client = new() { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        using SemaphoreSlim places = new(limit);
        List<Task> all = [];
        foreach (string id in ids)
        {
            await places.WaitAsync();
            all.Add(OneAsync(id));
        }

        await Task.WhenAll(all);

        async Task OneAsync(string id)
        {
            try
            {
                byte[] bytes = await client.GetByteArrayAsync(new Uri("v2/dataModels/" + id + "/spec", UriKind.Relative));
                if (!string.IsNullOrEmpty(folder))
                {
                    await File.WriteAllBytesAsync(Path.Combine(folder, id + ".json"), bytes);
                }
            }
            finally
            {
                places.Release();
            }
        }
    }
}
