namespace SigmaPS.Core.Diagnostics;

/// <summary>Where the engine says what it does; the outside decides where that goes.</summary>
public interface ILog
{
    /// <summary>Says what is being done, for a person who asked to see it.</summary>
    /// <param name="message">One plain sentence, free of secrets.</param>
    void Verbose(string message);

    /// <summary>Says what a person should look at although the work went on.</summary>
    /// <param name="message">One plain sentence, free of secrets.</param>
    void Warning(string message);
}
