BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Get-SigmaConnection' {
    It 'finds a connection by name' {
        (Get-SigmaConnection -Name 'Retail*').Type | Should -Be 'snowflake'
    }
}
