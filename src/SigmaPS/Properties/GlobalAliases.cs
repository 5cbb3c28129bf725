// The border: every type of the engine is spelled Core.X, so that a diff shows each crossing. An unprefixed one does not compile.
extern alias SigmaPSCore;

global using Core = SigmaPSCore::SigmaPS.Core;
