BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
}

Describe 'Get-SigmaDataModelSpecIssue' {
    It 'names a broken file with its line and needs no session' {
        $file = Join-Path -Path $TestDrive -ChildPath 'a.json'
        Set-Content -LiteralPath $file -Value "{`n  oops"
        $issue = Get-SigmaDataModelSpecIssue -LiteralPath $file
        $issue.RuleId | Should -Be 'syntax'
        $issue.Line | Should -Be 2
        $issue.Path | Should -Be $file
    }

    It 'reports the missing key and its remedy' {
        $issue = Get-SigmaDataModelSpecIssue -Json '{ "pages": [] }'
        $issue.RuleId | Should -Be 'missing-key'
        $issue.Suggestion | Should -Be 'Add "schemaVersion": 1.'
    }

    It 'returns only new issues where an earlier report is the baseline' {
        $file = Join-Path -Path $TestDrive -ChildPath 'b.json'
        $report = Join-Path -Path $TestDrive -ChildPath 'b.sarif'
        Set-Content -LiteralPath $file -Value '{ "pages": [] }'
        Get-SigmaDataModelSpecIssue -LiteralPath $file | Export-SigmaIssueReport -DestinationPath $report
        Get-SigmaDataModelSpecIssue -LiteralPath $file -BaselinePath $report | Should -BeNullOrEmpty
        Set-Content -LiteralPath $file -Value '{ "pages": null }'
        Get-SigmaDataModelSpecIssue -LiteralPath $file -BaselinePath $report | Should -HaveCount 1
    }

    It 'still has the parameters that moved to Export-SigmaIssueReport, but does not show them' {
        $shown = (TabExpansion2 -inputScript 'Get-SigmaDataModelSpecIssue -' -cursorColumn 29).CompletionMatches.ListItemText
        $shown | Should -Contain 'BaselinePath'
        $shown | Where-Object { $_ -in 'ReportPath', 'Annotate', 'FailOn' } | Should -BeNullOrEmpty
        $file = Join-Path -Path $TestDrive -ChildPath 'c.json'
        $report = Join-Path -Path $TestDrive -ChildPath 'c.sarif'
        Set-Content -LiteralPath $file -Value '{ "pages": [] }'
        Get-SigmaDataModelSpecIssue -LiteralPath $file -ReportPath $report | Should -HaveCount 1
        Get-SigmaDataModelSpecIssue -LiteralPath $file -BaselinePath $report -FailOn Error -ErrorAction Stop | Should -BeNullOrEmpty
        { Get-SigmaDataModelSpecIssue -LiteralPath $file -FailOn Error -ErrorAction Stop } | Should -Throw -ErrorId 'SigmaInvalidSpec*'
    }
}
