using System;
using System.Threading.Tasks;

namespace SigmaPS.Pipeline;

/// <summary>Runs actions of worker threads on the pipeline thread, the only thread on which a cmdlet may write or prompt.</summary>
internal interface IDispatcher : IOutput
{
    /// <summary>Runs an action on the pipeline thread and waits for it.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="action">The action, which may write or prompt.</param>
    /// <returns>The result of the action.</returns>
    Task<T> InvokeAsync<T>(Func<T> action);

    /// <summary>Queues an action for the pipeline thread without waiting. It runs within a quarter of a second and before later
    /// actions.</summary>
    /// <param name="action">The action, which may write.</param>
    void Post(Action action);
}
