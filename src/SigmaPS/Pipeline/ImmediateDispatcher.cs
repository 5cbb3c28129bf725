using System;
using System.Threading.Tasks;

namespace SigmaPS.Pipeline;

/// <summary>Runs actions at once, for work on the pipeline thread itself.</summary>
/// <param name="write">Writes an object to the pipeline.</param>
internal sealed class ImmediateDispatcher(Action<object> write) : IDispatcher
{
    public Task<T> InvokeAsync<T>(Func<T> action) => Task.FromResult(action());

    public Task WriteAsync(object value)
    {
        write(value);
        return Task.CompletedTask;
    }

    public void Post(Action action) => action();
}
