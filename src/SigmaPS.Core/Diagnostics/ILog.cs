namespace SigmaPS.Core.Diagnostics;

/// <summary>Receives the engine's verbose lines and warnings. The host decides where they are written.</summary>
public interface ILog
{
    /// <summary>Reports one event of the work, for -Verbose.</summary>
    /// <param name="message">One plain sentence, free of secrets.</param>
    void Verbose(string message);

    /// <summary>Reports a problem that did not stop the work.</summary>
    /// <param name="message">One plain sentence, free of secrets.</param>
    void Warning(string message);
}
