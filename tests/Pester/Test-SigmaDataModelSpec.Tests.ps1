BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
}

Describe 'Test-SigmaDataModelSpec' {
    It 'gives one bool a spec' {
        @(@{ schemaVersion = 1; pages = @() }, @{ pages = @() } | Test-SigmaDataModelSpec) | Should -Be @($true, $false)
    }
}
