// Types of the engine need the prefix Core, so that a diff shows each use of the engine. Without it, the code does not compile.
extern alias SigmaPSCore;

global using Core = SigmaPSCore::SigmaPS.Core;

// An extension method cannot have the prefix.
global using static SigmaPSCore::SigmaPS.Core.Api.AsyncEnumerableExtensions;
