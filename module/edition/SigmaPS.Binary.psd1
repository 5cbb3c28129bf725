@{
    # Beside the edition's assembly on purpose: a types file that names a type adapter needs the adapter's assembly loaded first.
    RootModule        = 'SigmaPS.dll'
    ModuleVersion     = '0.1.0'
    GUID              = '5e0d6d1c-7f0c-4a4e-8f3b-6f2f0f1f7a55'
    TypesToProcess    = @('SigmaPS.Types.ps1xml')
    FunctionsToExport = @()
    CmdletsToExport   = @('*')
    VariablesToExport = @()
    AliasesToExport   = @()
}
