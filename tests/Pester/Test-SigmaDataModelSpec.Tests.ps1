BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
}

Describe 'Test-SigmaDataModelSpec' {
    It 'gives one bool a spec' {
        @(@{ schemaVersion = 1; pages = @() }, @{ pages = @() } | Test-SigmaDataModelSpec -WarningAction SilentlyContinue) |
            Should -Be @($false)
        @{ schemaVersion = 1; pages = @() }, @{ schemaVersion = 1; pages = @() } | Test-SigmaDataModelSpec | Should -BeTrue
    }
}
