using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using SigmaPS.Sandbox;
using Xunit;

namespace SigmaPS.Tests.Sandbox;

public sealed class BehaviourTableTests
{
    [Fact]
    public void Every_behavior_has_a_request_that_shows_it()
    {
        HashSet<string> shown =
        [
            .. typeof(BehaviourTableTests)
                .Assembly.GetTypes()
                .SelectMany(t => t.GetMethods())
                .Where(m => m.GetCustomAttribute<FactAttribute>() is not null)
                .SelectMany(m => m.GetCustomAttributes<CoversBehaviorAttribute>())
                .Select(s => s.Behaviour),
        ];
        string[] rows = [.. Behaviours.All.Select(b => b.Name)];
        Assert.Empty(rows.Except(shown));
        Assert.Empty(shown.Except(rows));
        Assert.Equal(rows.Length, rows.Distinct().Count());
    }

    [Fact]
    public void Every_behavior_names_its_source() =>
        Assert.All(Behaviours.All, b =>
            Assert.Matches(@"^(sigma-api|sigma-api-endpoints|sigma-functions|sigma-workbooks|spec|design|field-notes)\.md \d", b.Source));
}
