# The edition decides which build is loaded; everything else is in the assembly.
$edition = if ($PSEdition -eq 'Core') { 'Core' } else { 'Desktop' }
Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, 'bin', $edition, 'SigmaPS.Binary.psd1'))
Export-ModuleMember -Cmdlet '*'
