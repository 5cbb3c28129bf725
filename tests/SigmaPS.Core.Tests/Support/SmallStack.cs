using System;
using System.Threading;
using Xunit;

namespace SigmaPS.Core.Tests.Support;

/// <summary>A thread whose stack is small: a recursion for each level of a deep input ends the process there.</summary>
internal static class SmallStack
{
    /// <summary>Runs an action on a thread with a stack of this size.</summary>
    public static void Run(int bytes, Action act)
    {
        Exception? caught = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    act();
                }
                catch (Exception e)
                {
                    caught = e;
                }
            },
            bytes);
        thread.Start();
        thread.Join();
        Assert.Null(caught);
    }
}
