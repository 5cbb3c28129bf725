using System;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Core.Http;
using SigmaPS.Core.Release;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>The same work on many items at the same time.</summary>
public sealed class BoundedParallelTests
{
    [Fact]
    public async Task More_items_than_places_are_all_done_in_their_order()
    {
        var items = Enumerable.Range(0, 10 * SigmaHttpClient.MaxInFlight).ToList();
        var results = BoundedParallel.RunAsync(items, (item, _) => Task.FromResult(-item), default);
        Assert.Equal(items.Select(item => -item), await results.WaitAsync(TimeSpan.FromSeconds(30)));
    }
}
