# The survivors of a mutation run: which of them are new, and which explanations are of no use any more.
BeforeAll {
    $script:Show = [IO.Path]::Combine($PSScriptRoot, '..', 'SigmaPS.Core.Tests', 'Mutation', 'Show-Survivor.ps1')

    # One mutant of the line "if (a > b && c)".
    function New-Mutant([int] $Start, [int] $End, [string] $Replacement, [string] $Status) {
        @{
            location = @{ start = @{ line = 2; column = $Start }; end = @{ line = 2; column = $End } }
            replacement = $Replacement
            status = $Status
        }
    }

    function Show-Report([object[]] $Mutant, [string[]] $Row) {
        $report = Join-Path $TestDrive 'report.json'
        $table = Join-Path $TestDrive 'Files.tsv'
        $file = @{ source = "first`r`nif (a > b && c)`r`n"; mutants = $Mutant }
        $json = ConvertTo-Json -InputObject @{ files = @{ '/x/src/SigmaPS.Core/Files/A.cs' = $file } } -Depth 9
        [IO.File]::WriteAllText($report, $json)
        [IO.File]::WriteAllText($table, ((@("file`toriginal`treplacement`treason") + $Row) -join "`n") + "`n")
        & $Show -Floor Files -Report $report -Table $table
    }
}

Describe 'Show-Survivor.ps1' {
    It 'counts the score and lists the survivor without an explanation' {
        $lines = Show-Report -Row "Files/A.cs`ta > b`ta >= b`tBoth sides are alike." -Mutant @(
            New-Mutant 5 10 'a >= b' 'Survived'
            New-Mutant 5 10 'a  < b' 'Survived'
            New-Mutant 5 15 'false' 'NoCoverage'
            New-Mutant 5 15 'true' 'NoCoverage'
            New-Mutant 14 15 'true' 'Killed'
            New-Mutant 14 15 'false' 'Timeout'
            New-Mutant 5 15 'x' 'Ignored'
        )
        $lines[0] | Should -Be 'Files: 33.3 %'
        $lines[1] | Should -Match '1 killed, 1 timed out, 2 survived, 2 not covered'
        $lines[2] | Should -Match '1 of 4 '
        @($lines -match 'not explained') | Should -Be '  not explained: Files/A.cs:2 a > b => a < b'
        @($lines -match 'no Core test') | Should -Be '  no Core test runs: Files/A.cs, lines 2'
        @($lines -match 'for nothing').Count | Should -Be 0
    }

    It 'names the explanation of a change that a test notices, or whose code is removed' {
        $rows = "Files/A.cs`tc`ttrue`tA reason.", "Files/A.cs`tgone`tx`tA reason."
        $lines = Show-Report -Row $rows -Mutant @(New-Mutant 14 15 'true' 'Killed')
        $lines[0] | Should -Be 'Files: 100.0 %'
        @($lines -match 'for nothing').Count | Should -Be 2
        @($lines -match 'for nothing \(Killed\)') | Should -Match 'Files/A.cs \| c \| true'
        @($lines -match 'for nothing \(no such change\)') | Should -Match 'gone'
    }

    It 'distinguishes texts by case' {
        $lines = Show-Report -Row "Files/A.cs`tC`ttrue`tA reason." -Mutant @(New-Mutant 14 15 'true' 'Survived')
        @($lines -match 'not explained').Count | Should -Be 1
    }

    It 'reports a floor without mutants' {
        Show-Report -Row @() -Mutant @() | Should -Be 'Files: no mutants'
    }
}
