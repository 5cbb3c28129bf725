using System;
using System.Runtime.InteropServices;
using System.Threading;
using SigmaPS.Sandbox;

using CancellationTokenSource stop = new();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

using PosixSignalRegistration terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
{
    signal.Cancel = true;
    stop.Cancel();
});

return args switch
{
    [] or ["walk"] => await WalkCommand.RunAsync(Console.Out),
    ["serve", .. string[] rest] => await ServeCommand.RunAsync(rest, Console.Out, stop.Token),
    _ => await ServeCommand.RunAsync(["?"], Console.Out, stop.Token),
};
