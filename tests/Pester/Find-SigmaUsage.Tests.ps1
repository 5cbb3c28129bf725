BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
    $script:index = Join-Path -Path ([IO.Path]::GetTempPath()) -ChildPath ([IO.Path]::GetRandomFileName())
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
    Remove-Item -LiteralPath $index -Recurse -Force -ErrorAction SilentlyContinue
}

Describe 'Find-SigmaUsage' {
    It 'finds consumers of a model and reports how many documents were checked' {
        $found = @(Get-SigmaDataModel -Name 'Built on Sales Core' | Find-SigmaUsage -IndexPath $index -InformationVariable closing)
        $found | ForEach-Object { $_.ConsumerKind | Should -BeIn 'DataModel', 'Workbook', 'Report' }
        @($closing | Where-Object Tags -Contains 'SigmaPS.Usage').Count | Should -Be 1
    }
}
