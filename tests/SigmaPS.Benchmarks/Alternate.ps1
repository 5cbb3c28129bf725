# What the scripts about a fresh process share: samples in turn, and their medians beside those of the first. Dot-sourced.

# Both would do work of their own in the background of the process that is measured.
$env:POWERSHELL_TELEMETRY_OPTOUT = '1'
$env:POWERSHELL_UPDATECHECK = 'Off'

# Prints the processor time of the process so far (user and system) and the number of methods that it has compiled.
$script:closing = @'

"$([Diagnostics.Process]::GetCurrentProcess().TotalProcessorTime.TotalMilliseconds) $([Runtime.JitInfo]::GetCompiledMethodCount())"
'@

# Runs a script in a process of its own and returns its lines.
function Invoke-Fresh([string] $Script) {
    $lines = @(& $shell @library -NoProfile -NonInteractive -Command $Script)
    if ($LASTEXITCODE -ne 0) { throw "A measured process failed: $lines" }
    $lines
}

function Get-Median([double[]] $Value) {
    ($Value | Sort-Object)[[Math]::Floor($Value.Count / 2)]
}

# Takes one sample of each way per round, so that the machine is the same for all. The first round is not counted.
function Compare-Fresh([Collections.Specialized.OrderedDictionary] $Way, [int] $Rounds) {
    $samples = @{}
    foreach ($round in 0..$Rounds) {
        foreach ($name in $Way.Keys) {
            $sample = & $Way[$name]
            if ($round -gt 0) { $samples[$name] += @($sample) }
        }
    }

    $first = $null
    '{0,-52} {1,9} {2,6} {3,9} {4,6} {5,9}' -f "medians of $Rounds", 'wall', 'ratio', 'cpu', 'ratio', 'compiled'
    foreach ($name in $Way.Keys) {
        $median = [pscustomobject]@{
            Wall = Get-Median $samples[$name].Wall
            Cpu = Get-Median $samples[$name].Cpu
            Methods = Get-Median $samples[$name].Methods
        }
        if ($null -eq $first) { $first = $median }
        $wall, $cpu = ($median.Wall / $first.Wall), ($median.Cpu / $first.Cpu)
        '{0,-52} {1,6:n0} ms {2,6:n2} {3,6:n0} ms {4,6:n2} {5,9:n0}' -f $name, $median.Wall, $wall, $median.Cpu, $cpu, $median.Methods
    }
}
