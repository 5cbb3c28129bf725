using System;

namespace SigmaPS.Tests.Support;

/// <summary>
/// Names the test in which a parameter makes a difference; a test of the code base wants one for every parameter of every cmdlet.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class CoversParameterAttribute(string cmdlet, params string[] parameters) : Attribute
{
    public string Cmdlet { get; } = cmdlet;

    public string[] Parameters { get; } = parameters;
}
