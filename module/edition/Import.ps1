# Runs in the module, after SigmaPS.psm1 has chosen it. The outer manifest lists the cmdlets that are exported.
Import-Module -Name "$PSScriptRoot/SigmaPS.Binary.psd1"
Export-ModuleMember -Cmdlet *
