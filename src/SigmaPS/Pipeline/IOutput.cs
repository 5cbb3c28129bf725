using System.Threading.Tasks;

namespace SigmaPS.Pipeline;

/// <summary>Receives the output of a worker thread.</summary>
internal interface IOutput
{
    /// <summary>Writes an object and waits until the downstream commands have processed it.</summary>
    /// <param name="value">The object.</param>
    /// <returns>A task that completes then.</returns>
    Task WriteAsync(object value);
}
