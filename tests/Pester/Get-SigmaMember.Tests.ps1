BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Get-SigmaMember' {
    It 'finds a member by address' {
        (Get-SigmaMember -Email 'ada.admin@example.com').FirstName | Should -Be 'Ada'
    }
}
