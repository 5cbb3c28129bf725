using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("SigmaPS.Tests.Support.TestOrder", "SigmaPS.Tests")]

namespace SigmaPS.Tests.Support;

/// <summary>
/// The order of the classes: those of <see cref="ProcessWide"/>, one after the other; then those with <see cref="StartsEarlyAttribute"/>;
/// then all others. xunit runs the first ones last. There they leave processors without work. At the beginning, the tests of the other
/// project use them.
/// </summary>
public sealed class TestOrder(IMessageSink diagnostics) : XunitTestFramework(diagnostics)
{
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName assemblyName, ISourceInformationProvider sources, IMessageSink diagnostics)
        : XunitTestFrameworkExecutor(assemblyName, sources, diagnostics)
    {
        // Without a result by xunit's definition: it learns the end from the messages.
        protected override async void RunTestCases(
            IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions)
        {
            using Runner runner = new(TestAssembly, testCases, DiagnosticMessageSink, executionMessageSink, executionOptions);
            await runner.RunAsync();
        }
    }

    private sealed class Runner(
        ITestAssembly assembly,
        IEnumerable<IXunitTestCase> testCases,
        IMessageSink diagnostics,
        IMessageSink results,
        ITestFrameworkExecutionOptions options) : XunitTestAssemblyRunner(assembly, testCases, diagnostics, results, options)
    {
        protected override async Task<RunSummary> RunTestCollectionsAsync(IMessageBus messageBus, CancellationTokenSource cancellation)
        {
            ILookup<bool, IXunitTestCase> isAlone = TestCases.ToLookup(test => CollectionOf(test).DisplayName == ProcessWide.Name);
            RunSummary summary = new();
            foreach (IGrouping<ITestCollection, IXunitTestCase> collection in isAlone[true].GroupBy(CollectionOf))
            {
                summary.Aggregate(await RunTestCollectionAsync(messageBus, collection.Key, collection, cancellation));
            }

            TestCases = isAlone[false];
            TestCollectionOrderer = new EarlyFirst([.. TestCases.Where(StartsEarly).Select(CollectionOf)]);
            summary.Aggregate(await base.RunTestCollectionsAsync(messageBus, cancellation));
            return summary;
        }

        private static ITestCollection CollectionOf(IXunitTestCase test) => test.TestMethod.TestClass.TestCollection;

        private static bool StartsEarly(IXunitTestCase test) =>
            test.TestMethod.TestClass.Class.GetCustomAttributes(typeof(StartsEarlyAttribute)).Any();
    }

    private sealed class EarlyFirst(HashSet<ITestCollection> early) : ITestCollectionOrderer
    {
        public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
            testCollections.OrderBy(collection => !early.Contains(collection));
    }
}
