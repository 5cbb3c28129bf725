using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Xunit;

namespace SigmaPS.Tests.Session;

/// <summary>The search that the tests of secrets trust finds a text wherever an object can hide it.</summary>
public sealed class ReflectedTests
{
    private const string Secret = "s3cret-in-hiding";

    private static readonly Dictionary<string, object> Hidden = new()
    {
        ["a text"] = "before " + Secret + " after",
        ["characters"] = Secret.ToCharArray(),
        ["bytes"] = Encoding.UTF8.GetBytes(Secret),
        ["a private field"] = new Holder(Secret),
        ["a private field of a base class"] = new Derived(Secret),
        ["an error's data"] = new InvalidOperationException("x", new ArgumentException(Secret)),
        ["a list in a list"] = new object?[] { null, new List<object> { 1, new[] { Secret } } },
        ["a dictionary"] = new Dictionary<string, object> { ["key"] = new Holder(Secret) },
        ["the end of a long list"] = Enumerable.Range(0, 1000).Select(i => (object)i).Append(Secret).ToArray(),
        ["five steps"] = Nest(5),
        ["a short way beside a long one"] = new object[] { Nest(9, out Holder shared), shared },
    };

    public static TheoryData<string> Places => new(Hidden.Keys);

    [Theory]
    [MemberData(nameof(Places))]
    public void Secret_is_found_wherever_it_hides(string place) => Assert.NotEmpty(new Reflected([Secret]).Find(Hidden[place]));

    [Fact]
    public void Nothing_is_found_where_there_is_no_secret() =>
        Assert.Empty(new Reflected([Secret]).Find(new object[] { "secret", new Holder("hiding"), Secret[..^1].ToCharArray() }));

    private static object Nest(int steps) => steps == 0 ? Secret : new Holder(Nest(steps - 1));

    private static Holder Nest(int steps, out Holder inner)
    {
        Holder outer = inner = new Holder(Secret);
        for (int step = 0; step < steps; step++)
        {
            outer = new Holder(outer);
        }

        return outer;
    }

    private class Holder(object value)
    {
        private readonly object _value = value;

        public override string ToString() => _value.GetType().Name;
    }

    private sealed class Derived(object value) : Holder(value);
}
