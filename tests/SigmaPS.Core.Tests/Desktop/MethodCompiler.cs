#if NETFRAMEWORK
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace SigmaPS.Core.Tests.Desktop;

/// <summary>Makes the runtime compile every method of a folder's assemblies; a reference that does not resolve shows then.</summary>
/// <remarks>It lives in an application domain of its own, so it uses nothing but .NET Framework.</remarks>
internal sealed class MethodCompiler : MarshalByRefObject
{
    private const BindingFlags All =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
    private const MethodImplAttributes Provided = MethodImplAttributes.Runtime | MethodImplAttributes.InternalCall;

    private readonly List<string> _failures = new();

    /// <summary>How many methods were compiled.</summary>
    public int Count { get; private set; }

    /// <summary>Compiles them.</summary>
    /// <returns>The methods and types that failed, each with the reason.</returns>
    public string[] Compile(string folder, string powerShell)
    {
        AppDomain.CurrentDomain.AssemblyResolve += (_, wanted) => new AssemblyName(wanted.Name).Name switch
        {
            "System.Management.Automation" => Assembly.LoadFrom(powerShell),
            var name when File.Exists(Path.Combine(folder, name + ".dll")) => Assembly.LoadFrom(Path.Combine(folder, name + ".dll")),
            _ => null,
        };
        foreach (var file in Directory.GetFiles(folder, "*.dll"))
        {
            Compile(file);
        }

        return _failures.ToArray();
    }

    private void Compile(string file)
    {
        var assembly = Assembly.LoadFrom(file);
        if (assembly.Location != file)
        {
            _failures.Add($"{assembly.Location} was loaded instead of {file}");
        }

        foreach (
            var type in Types(assembly)
                .Select(type => Closed(type, type.GetGenericArguments, type.IsGenericTypeDefinition, type.MakeGenericType))
                .Where(type => type is not null))
        {
            foreach (var method in type!.GetMembers(All).OfType<MethodBase>().Where(method => !method.IsAbstract && !IsProvided(method)))
            {
                Compile(method);
            }
        }
    }

    private Type[] Types(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            _failures.AddRange(
                e.LoaderExceptions.Where(reason => reason is not null).Select(reason => $"{assembly.GetName().Name}: {reason!.Message}"));
            return e.Types.Where(type => type is not null).ToArray()!;
        }
    }

    private void Compile(MethodBase method)
    {
        var closed = method is MethodInfo info
            ? Closed(info, info.GetGenericArguments, info.IsGenericMethodDefinition, info.MakeGenericMethod)
            : method;
        if (closed is null)
        {
            return;
        }

        try
        {
            closed.MethodHandle.GetFunctionPointer();
            Count++;
        }
        catch (Exception e)
        {
            _failures.Add($"{method.DeclaringType}.{method.Name}: {e.GetType().Name}: {e.Message}");
        }
    }

    private static bool IsProvided(MethodBase method) =>
        (method.GetMethodImplementationFlags() & Provided) != 0 || (method.Attributes & MethodAttributes.PinvokeImpl) != 0;

    // A generic is compiled for one set of arguments: object or int, or the class that a constraint names. Others are left out.
    private static T? Closed<T>(T open, Func<Type[]> parameters, bool isOpen, Func<Type[], T> close) where T : class
    {
        if (!isOpen)
        {
            return open;
        }

        foreach (var simple in new[] { typeof(object), typeof(int), typeof(string) })
        {
            try
            {
                return close(parameters().Select(parameter => Argument(parameter, simple)).ToArray());
            }
            catch (Exception e) when (e is ArgumentException or TypeLoadException)
            {
                // These arguments do not meet the constraints.
            }
        }

        return null;
    }

    private static Type Argument(Type parameter, Type simple)
    {
        if ((parameter.GenericParameterAttributes & GenericParameterAttributes.NotNullableValueTypeConstraint) != 0)
        {
            return typeof(int);
        }

        return parameter
            .GetGenericParameterConstraints()
            .FirstOrDefault(constraint => !constraint.IsInterface && !constraint.ContainsGenericParameters)
            ?? simple;
    }
}
#endif
