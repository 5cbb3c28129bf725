BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Get-SigmaDataModelTag' {
    It 'gives the tags on a model' {
        (Get-SigmaDataModel -Name 'Orders Joined' | Get-SigmaDataModelTag).TagName | Should -Be 'Production'
    }
}
