<#
.SYNOPSIS
    Sets the import of the module beside that of an empty binary module, each in a fresh process, in turn. Needs PowerShell 7.
.DESCRIPTION
    The time is that of Import-Module inside the process, without the start of the process.
    Processor time (user and system) and compiled methods are those of the import too.
    PSResourceGet is a third row where PowerShell brings it. Figures are ratios of one run, since machines differ.
    Build first: dotnet build -c Release src/SigmaPS.
.PARAMETER Rounds
    How many samples of each are counted.
.EXAMPLE
    pwsh -NoProfile -File ./tests/SigmaPS.Benchmarks/Compare-Import.ps1
#>
[CmdletBinding()]
param([int] $Rounds = 15)

. (Join-Path $PSScriptRoot 'Service.ps1')
. (Join-Path $PSScriptRoot 'Alternate.ps1')
$folder = (New-Item -ItemType Directory -Path (Join-Path ([IO.Path]::GetTempPath()) ([guid]::NewGuid()))).FullName
$empty = Join-Path $folder 'Empty.psd1'
Add-Type -OutputAssembly (Join-Path $folder 'Empty.dll') -TypeDefinition @'
using System.Management.Automation;
[Cmdlet("Get", "Empty")]
public sealed class GetEmptyCommand : PSCmdlet { }
'@
$none = @{ FunctionsToExport = @(); AliasesToExport = @(); VariablesToExport = @() }
New-ModuleManifest -Path $empty -RootModule Empty.dll -CmdletsToExport Get-Empty @none

$measured = @'
$process = [Diagnostics.Process]::GetCurrentProcess()
$compiled = [Runtime.JitInfo]::GetCompiledMethodCount()
$cpu = $process.TotalProcessorTime
$start = [Diagnostics.Stopwatch]::GetTimestamp()
Import-Module '{0}'
$end = [Diagnostics.Stopwatch]::GetTimestamp()
$process.Refresh()
$wall = ($end - $start) * 1000 / [Diagnostics.Stopwatch]::Frequency
"$wall $(($process.TotalProcessorTime - $cpu).TotalMilliseconds) $([Runtime.JitInfo]::GetCompiledMethodCount() - $compiled)"
'@

function Measure-Import([string] $Path) {
    $wall, $cpu, $methods = @(Invoke-Fresh $measured.Replace('{0}', $Path.Replace("'", "''")))[-1] -split ' '
    [pscustomobject]@{ Wall = [double]$wall; Cpu = [double]$cpu; Methods = [double]$methods }
}

$ways = [ordered]@{
    'an empty binary module with a manifest' = { Measure-Import $empty }
    'SigmaPS' = { Measure-Import $manifest }
}
$other = [IO.Path]::Combine($PSHOME, 'Modules', 'Microsoft.PowerShell.PSResourceGet', 'Microsoft.PowerShell.PSResourceGet.psd1')
if (Test-Path -LiteralPath $other) { $ways['Microsoft.PowerShell.PSResourceGet'] = { Measure-Import $other } }
try {
    Compare-Fresh $ways $Rounds
}
finally {
    Remove-Item -LiteralPath $folder -Recurse -Force
}
