<#
.SYNOPSIS
    Prints the score of a mutation report, and the changes that neither a test notices nor the floor's table explains.
.EXAMPLE
    ./Show-Survivor.ps1 -Floor Files -Report ../../../out/mutation/Files/reports/mutation-report.json
#>
[CmdletBinding()]
param(
    # The floor that the report is about.
    [Parameter(Mandatory)] [string] $Floor,

    # Stryker's report as JSON.
    [Parameter(Mandatory)] [string] $Report,

    # The explained survivors: file, original, replacement, reason.
    [string] $Table = (Join-Path $PSScriptRoot "$Floor.tsv")
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

# Windows PowerShell limits the size of JSON, and the report contains the sources.
function Read-Json([string] $Path) {
    $text = [IO.File]::ReadAllText($Path)
    if ($PSVersionTable.PSEdition -eq 'Core') { return ConvertFrom-Json -InputObject $text -AsHashtable }
    Add-Type -AssemblyName System.Web.Extensions
    $reader = New-Object System.Web.Script.Serialization.JavaScriptSerializer
    $reader.MaxJsonLength = [int]::MaxValue
    $reader.DeserializeObject($text)
}

# Tables contain a text in one line, without the part after 100 characters.
function ConvertTo-Cell([string] $Text) {
    $line = [regex]::Replace($Text, '\s+', ' ').Trim()
    if ($line.Length -gt 100) { $line.Substring(0, 100).Trim() } else { $line }
}

function Get-Original([string[]] $Lines, $Location) {
    $first, $last = $Location.start, $Location.end
    $span = $Lines[($first.line - 1)..($last.line - 1)]
    $span[-1] = $span[-1].Substring(0, $last.column - 1)
    $span[0] = $span[0].Substring($first.column - 1)
    $span -join "`n"
}

function Get-Mutant([string] $Path) {
    $files = (Read-Json $Path).files
    foreach ($name in $files.Keys) {
        $file = ($name -replace '\\', '/') -replace '^.*SigmaPS\.Core/', ''
        $lines = $files[$name].source -split "`r?`n"
        foreach ($mutant in $files[$name].mutants) {
            $original = ConvertTo-Cell (Get-Original $lines $mutant.location)
            $replacement = ConvertTo-Cell $mutant.replacement
            [pscustomobject]@{
                Key = $file, $original, $replacement -join "`t"
                Status = $mutant.status
                File = $file
                Line = $mutant.location.start.line
                Text = "$original => $replacement"
            }
        }
    }
}

$mutants = @(Get-Mutant $Report)
$count = @{ Killed = 0; Timeout = 0; Survived = 0; NoCoverage = 0 }
foreach ($mutant in $mutants) {
    if ($count.ContainsKey($mutant.Status)) { $count[$mutant.Status]++ }
}
$total = $count.Killed + $count.Timeout + $count.Survived + $count.NoCoverage
if ($total -eq 0) { return "${Floor}: no mutants" }

# Keys differ in case only here and there, and a hashtable of PowerShell ignores case.
$rows = New-Object 'System.Collections.Generic.Dictionary[string,string]' ([StringComparer]::Ordinal)
if (Test-Path -LiteralPath $Table) {
    foreach ($line in ([IO.File]::ReadAllLines($Table) | Select-Object -Skip 1)) {
        $cells = $line -split "`t"
        $rows[$cells[0..2] -join "`t"] = ''
    }
}

$survivors = @($mutants | Where-Object Status -In 'Survived', 'NoCoverage')
$new = @($survivors | Where-Object { -not $rows.ContainsKey($_.Key) } | Sort-Object -Property File, Line)
foreach ($mutant in $mutants) {
    # A survivor outweighs a change with the same texts that a test notices.
    if ($rows.ContainsKey($mutant.Key) -and $rows[$mutant.Key] -notin 'Survived', 'NoCoverage') { $rows[$mutant.Key] = $mutant.Status }
}
$old = @($rows.Keys | Where-Object { $rows[$_] -notin 'Survived', 'NoCoverage' })

'{0}: {1:0.0} %' -f $Floor, (100 * ($count.Killed + $count.Timeout) / $total)
"  $($count.Killed) killed, $($count.Timeout) timed out, $($count.Survived) survived, $($count.NoCoverage) not covered"
"  $($survivors.Count - $new.Count) of $($survivors.Count) changes that no test noticed are explained in $(Split-Path -Leaf $Table)"
$new | Where-Object Status -EQ 'Survived' | ForEach-Object { "  not explained: $($_.File):$($_.Line) $($_.Text)" }
$new | Where-Object Status -EQ 'NoCoverage' | Group-Object -Property File | ForEach-Object {
    "  no Core test runs: $($_.Name), lines $(@($_.Group.Line | Select-Object -Unique) -join ', ')"
}
foreach ($key in $old) {
    $state = if ($rows[$key]) { $rows[$key] } else { 'no such change' }
    "  explained for nothing ($state): $($key -replace "`t", ' | ')"
}
"  Report: $([IO.Path]::ChangeExtension($Report, '.html'))"
