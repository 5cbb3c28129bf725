BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
}

Describe 'Export-SigmaIssueReport' {
    BeforeEach {
        $script:Folder = Join-Path -Path $TestDrive -ChildPath ([guid]::NewGuid())
        $null = New-Item -ItemType Directory -Path $Folder
        $script:Report = Join-Path -Path $Folder -ChildPath 'out/issues.sarif'
        Set-Content -LiteralPath (Join-Path -Path $Folder -ChildPath 'a.json') -Value '{ "pages": [] }'
        Set-Content -LiteralPath (Join-Path -Path $Folder -ChildPath 'b.json') -Value '{ "schemaVersion": 1 }'
    }

    It 'writes the issues of several files, and passes nothing on without -PassThru' {
        Get-SigmaDataModelSpecIssue -Path $Folder | Export-SigmaIssueReport -DestinationPath $Report | Should -BeNullOrEmpty
        @((Get-Content -LiteralPath $Report -Raw | ConvertFrom-Json).runs[0].results).Count | Should -Be 2
    }

    It 'writes a report without results where there is no issue' {
        @() | Export-SigmaIssueReport -DestinationPath $Report, ($Report -replace 'sarif$', 'md') -FailOn Error -ErrorAction Stop
        @((Get-Content -LiteralPath $Report -Raw | ConvertFrom-Json).runs[0].results).Count | Should -Be 0
        Get-Content -LiteralPath ($Report -replace 'sarif$', 'md') -Raw | Should -Match '^\*\*0 errors'
    }

    It 'fails after it has written the report and passed the issues on' {
        $seen = [Collections.ArrayList]::new()
        { Get-SigmaDataModelSpecIssue -Path $Folder | Export-SigmaIssueReport -DestinationPath $Report -FailOn Error -PassThru |
                ForEach-Object { $null = $seen.Add($_) } } | Should -Throw -ErrorId 'SigmaInvalidSpec*'
        $Report | Should -Exist
        $seen.Count | Should -Be 2
    }

    It 'reads the issues of a job' {
        $manifest = (Get-Module -Name SigmaPS).Path -replace 'psm1$', 'psd1'
        $job = Start-Job -ScriptBlock { Import-Module -Name $using:manifest; Get-SigmaDataModelSpecIssue -Path $using:Folder }
        $issues = $job | Wait-Job -Timeout 120 | Receive-Job
        $issues | Export-SigmaIssueReport -DestinationPath $Report
        $results = @((Get-Content -LiteralPath $Report -Raw | ConvertFrom-Json).runs[0].results)
        $results.Count | Should -Be 2
        $results[0].level | Should -Be 'error'
        Get-SigmaDataModelSpecIssue -Path $Folder -BaselinePath $Report | Should -BeNullOrEmpty
    }

    It 'reads issues that came through CSV' {
        $csv = Join-Path -Path $Folder -ChildPath 'issues.csv'
        Get-SigmaDataModelSpecIssue -Path $Folder | Export-Csv -LiteralPath $csv
        Import-Csv -LiteralPath $csv | Export-SigmaIssueReport -DestinationPath $Report -Annotate GitHub 6>&1 | ForEach-Object { "$_" } |
            Should -BeLike '::error file=*'
        Get-SigmaDataModelSpecIssue -Path $Folder -BaselinePath $Report | Should -BeNullOrEmpty
    }

    It 'writes the same report for issues that <Step> passed on' -ForEach @(
        @{ Step = 'Select-Object'; Block = { $input | Select-Object -Property * } }
        @{ Step = 'Sort-Object'; Block = { $input | Sort-Object -Property Path } }
        @{ Step = 'a file of JSON'; Block = { $input | ConvertTo-Json -Depth 4 | ConvertFrom-Json | ForEach-Object { $_ } } }
    ) {
        $direct = Join-Path -Path $Folder -ChildPath 'direct.sarif'
        Get-SigmaDataModelSpecIssue -Path $Folder | Export-SigmaIssueReport -DestinationPath $direct
        Get-SigmaDataModelSpecIssue -Path $Folder | & $Block | Export-SigmaIssueReport -DestinationPath $Report
        Get-Content -LiteralPath $Report -Raw | Should -Be (Get-Content -LiteralPath $direct -Raw)
    }
}
