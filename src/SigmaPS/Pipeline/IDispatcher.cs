using System;
using System.Threading.Tasks;

namespace SigmaPS.Pipeline;

/// <summary>Where a worker thread writes what it finds.</summary>
internal interface IOutput
{
    /// <summary>Writes an object and waits until everything downstream has taken it.</summary>
    /// <param name="value">The object.</param>
    /// <returns>A task that ends then.</returns>
    Task WriteAsync(object value);
}

/// <summary>The way from a worker thread back to the pipeline thread, on which alone a cmdlet may write or ask.</summary>
internal interface IDispatcher : IOutput
{
    /// <summary>Runs something on the pipeline thread and waits for it.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="action">Writes, or asks.</param>
    /// <returns>Its result.</returns>
    Task<T> InvokeAsync<T>(Func<T> action);

    /// <summary>Runs something on the pipeline thread without waiting, within a quarter of a second and before whatever is asked or written later.</summary>
    /// <param name="action">Writes.</param>
    void Post(Action action);
}
