<#
.SYNOPSIS
    Sets the module's way from text to objects and back beside PowerShell's own converters, in one run.
.PARAMETER Columns
    How many columns the generated spec has; 30,000 make about 2 MB.
.EXAMPLE
    pwsh -NoProfile -File ./tests/SigmaPS.Benchmarks/Compare-Converters.ps1
#>
[CmdletBinding()]
param([int] $Columns = 30000)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$root = [IO.Path]::Combine($PSScriptRoot, '..', '..')
$version = (Import-PowerShellDataFile -LiteralPath (Join-Path $root 'SigmaPS.psd1')).ModuleVersion
Import-Module ([IO.Path]::Combine($root, 'out', 'SigmaPS', $version, 'SigmaPS.psd1'))

$elements = foreach ($e in 0..([Math]::Max(1, $Columns / 100) - 1)) {
    $list = foreach ($c in 0..99) { "{`"id`":`"c$c`",`"formula`":`"[TABLE_$e/Column $c]`",`"name`":`"Column $c`"}" }
    $source = "{`"connectionId`":`"c`",`"kind`":`"warehouse-table`",`"path`":[`"DB`",`"S`",`"TABLE_$e`"]}"
    "{`"id`":`"e$e`",`"kind`":`"table`",`"source`":$source,`"columns`":[$($list -join ',')]}"
}
$text = "{`"schemaVersion`":1,`"pages`":[{`"id`":`"p`",`"name`":`"Page 1`",`"elements`":[$($elements -join ',')]}]}"

# The same code that Get- and Set-SigmaDataModelSpec run; it has no public door of its own.
$flags = [Reflection.BindingFlags]'Static, Public, NonPublic'
$thin = [SigmaPS.SpecNode].Assembly
$read = $thin.GetType('SigmaPS.SpecNodeBuilder').GetMethod('ReadValue', $flags)
$tree = $thin.GetType('SigmaPS.PSObjectJsonReader').GetMethod('From', $flags)
$write = $tree.ReturnType.Assembly.GetType('SigmaPS.Core.Spec.SpecFile').GetMethod('Text', $flags)
$json = [Enum]::ToObject($write.GetParameters()[1].ParameterType, 0)

function Measure-Way([scriptblock] $Way) {
    & $Way | Out-Null
    $times = foreach ($run in 1..5) {
        [GC]::Collect()
        $before = [GC]::GetTotalAllocatedBytes($true)
        $clock = [Diagnostics.Stopwatch]::StartNew()
        & $Way | Out-Null
        [pscustomobject]@{
            Milliseconds = $clock.Elapsed.TotalMilliseconds
            Megabytes = ([GC]::GetTotalAllocatedBytes($true) - $before) / 1MB
        }
    }
    ($times | Sort-Object -Property Milliseconds)[2]
}

$own = Measure-Way { $write.Invoke($null, @($tree.Invoke($null, @(, $read.Invoke($null, @($text)))), $json)) }
$theirs = Measure-Way { $text | ConvertFrom-Json | ConvertTo-Json -Depth 100 }
'{0:n0} columns, {1:n1} MB of text' -f $Columns, ($text.Length / 1MB)
'SigmaPS:                               {0,8:n1} ms {1,8:n1} MB' -f $own.Milliseconds, $own.Megabytes
'ConvertFrom-Json | ConvertTo-Json:     {0,8:n1} ms {1,8:n1} MB' -f $theirs.Milliseconds, $theirs.Megabytes
'{0:n1} times faster, with 1/{1:n1} of the allocations' -f ($theirs.Milliseconds / $own.Milliseconds), ($theirs.Megabytes / $own.Megabytes)
