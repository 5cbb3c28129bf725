# The edition decides which build is loaded; everything else is in the assembly.
# Constrained Language Mode allows no method call and no cmdlet of another module need be there, hence the plain strings.
$edition = if ($PSEdition -eq 'Core') { 'Core' } else { 'Desktop' }

# The build for PowerShell 7 needs .NET 8, which PowerShell 7.4 brings; without it the reason would be a missing System.Runtime.
if ($PSEdition -eq 'Core' -and $PSVersionTable.PSVersion -lt '7.4') {
    throw "SigmaPS was not imported: it needs PowerShell 7.4 or later, and this is $($PSVersionTable.PSVersion). Start pwsh of 7.4 or later, or Windows PowerShell 5.1."
}

# A process can load one copy of an assembly. PowerShell 7 rejects a second one with another reason, 5.1 runs the first one in its name.
$type = 'SigmaPS.SpecNode' -as [type]
$loaded = if ($type) { $type.Assembly.Location -replace '[\\/]bin[\\/]\w+[\\/]SigmaPS\.dll$' }
if ($loaded -and ($loaded -replace '\\', '/') -ne ($PSScriptRoot -replace '\\', '/')) {
    throw "SigmaPS in '$PSScriptRoot' was not imported: this process has already loaded SigmaPS from '$loaded'. Start a new PowerShell process and import one copy only."
}

$binary = Import-Module -Name "$PSScriptRoot/bin/$edition/SigmaPS.Binary.psd1" -PassThru
Export-ModuleMember -Cmdlet @($binary.ExportedCmdlets.Keys)
