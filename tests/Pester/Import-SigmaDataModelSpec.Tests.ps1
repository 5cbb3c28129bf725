BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
    $script:Folder = Join-Path -Path $TestDrive -ChildPath 'models'
    Get-SigmaDataModel | Export-SigmaDataModelSpec -DestinationPath $Folder -ContentOnly
}

AfterAll {
    Disconnect-Sigma
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Import-SigmaDataModelSpec' {
    It 'reads a folder back without a difference from the live models' {
        $results = @(Import-SigmaDataModelSpec -Path $Folder | Set-SigmaDataModelSpec -PassThru)
        $results.Count | Should -Be @(Get-SigmaDataModel).Count
        $results.Status | Sort-Object -Unique | Should -Be 'Unchanged'
    }

    It 'takes files from Get-ChildItem' {
        @(Get-ChildItem -Path $Folder -Filter '*.json' | Import-SigmaDataModelSpec).Count | Should -Be @(Get-SigmaDataModel).Count
    }

    It 'needs no session' {
        Disconnect-Sigma
        @(Import-SigmaDataModelSpec -Path $Folder).Count | Should -BeGreaterThan 0
        Connect-Sandbox -Sandbox $Sandbox
    }

    It 'names a bad file with its line, and the others still come' {
        $mixed = Join-Path -Path $TestDrive -ChildPath 'mixed'
        Copy-Item -LiteralPath $Folder -Destination $mixed -Recurse
        Set-Content -LiteralPath (Join-Path -Path $mixed -ChildPath 'a.json') -Value "{`n  oops"
        $problems = @()
        $specs = @(Import-SigmaDataModelSpec -Path $mixed -ErrorAction SilentlyContinue -ErrorVariable problems)
        $specs.Count | Should -Be @(Get-SigmaDataModel).Count
        @($problems).Count | Should -Be 1
        $problems[0].Exception.Message | Should -BeLike '*a.json*line 2, column 3*'
    }
}
