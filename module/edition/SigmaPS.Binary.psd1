@{
    # Beside the edition's assembly on purpose: a types or format file that names our types needs the assembly loaded first.
    # Windows PowerShell 5.1 binds both files before it loads RootModule. Without RequiredAssemblies it exports no command there.
    RootModule         = 'SigmaPS.dll'
    RequiredAssemblies = @('SigmaPS.dll')
    ModuleVersion      = '0.1.0'
    GUID               = '5e0d6d1c-7f0c-4a4e-8f3b-6f2f0f1f7a55'
    # The build for PowerShell 7 needs .NET 8, which PowerShell 7.4 brings. ImportOld.ps1 explains that before.
    PowerShellVersion  = 'POWERSHELL_VERSION'
    TypesToProcess     = @('SigmaPS.Types.ps1xml')
    FormatsToProcess   = @('../../SigmaPS.Format.ps1xml')
    FunctionsToExport  = @()
    # The build puts the names of ../../SigmaPS.psd1 here, so that both manifests export the same list.
    CmdletsToExport    = @('COMMAND_NAMES')
    VariablesToExport  = @()
    AliasesToExport    = @()
}
