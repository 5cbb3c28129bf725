using System.Linq;
using SigmaPS.Core.Http;
using Xunit;

namespace SigmaPS.Core.Tests.Http;

public sealed class SharedRandomTests
{
    [Fact]
    public void Numbers_differ_and_are_between_0_and_1()
    {
        var random = new SharedRandom();
        var numbers = Enumerable.Range(0, 100).Select(_ => random.NextDouble()).ToArray();
        Assert.All(numbers, number => Assert.InRange(number, 0, 1));
        Assert.InRange(numbers.Distinct().Count(), 50, 100);
    }
}
