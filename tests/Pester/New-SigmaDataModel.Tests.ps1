BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'New-SigmaDataModel' {
    It 'creates a model from a spec and returns its ID' {
        $made = Get-SigmaDataModelSpec -DataModelId $PlugsOrders | New-SigmaDataModel -Name 'Trial'
        $made.Status | Should -Be 'Created'
        (Get-SigmaDataModel -DataModelId $made.DataModelId).Name | Should -Be 'Trial'
    }
}
