# PowerShell compiles what runs here at each import, so only the import itself runs. A block after & is compiled when it is reached.
# Constrained Language Mode allows no method call and no cmdlet of another module need be there, hence operators and plain strings.
$ErrorActionPreference = 'Stop'
trap {
    & { if ("$args" -like 'Modules_InsufficientPowerShellVersion*' -or ($PSEdition -eq 'Core' -and $PSVersionTable.PSVersion -lt '7.4')) {
        throw ("SigmaPS was not imported: it needs PowerShell 7.4 or later, and this is $($PSVersionTable.PSVersion). " +
            'Start pwsh of 7.4 or later, or Windows PowerShell 5.1.') }
    } $_.FullyQualifiedErrorId
    break
}

# A process can load one copy of an assembly. PowerShell 7 rejects a second one with another reason, 5.1 runs the first one in its name.
if ($null -ne ('SigmaPS.SpecNode' -as [type])) {
    & { $loaded = ('SigmaPS.SpecNode' -as [type]).Assembly.Location -replace '[\\/]bin[\\/]\w+[\\/]SigmaPS\.dll$'
        if (($loaded -replace '\\', '/') -ne ($PSScriptRoot -replace '\\', '/')) {
            throw ("SigmaPS in '$PSScriptRoot' was not imported: this process has already loaded SigmaPS from '$loaded'. " +
                'Start a new PowerShell process and import one copy only.') } }
}

# The folders have the names of the editions. The outer manifest lists the cmdlets that are exported.
Import-Module -Name "$PSScriptRoot/bin/$PSEdition/SigmaPS.Binary.psd1"
Export-ModuleMember -Cmdlet *
