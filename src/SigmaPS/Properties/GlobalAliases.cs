// Types of the engine need the prefix Core, so that a diff shows each use of the engine. Without it, the code does not compile.
// An extension method cannot have the prefix, so its class is imported.
extern alias SigmaPSCore;

global using static SigmaPSCore::SigmaPS.Core.Api.AsyncEnumerableExtensions;
global using Core = SigmaPSCore::SigmaPS.Core;
