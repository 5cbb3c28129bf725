BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Get-SigmaFile' {
    It 'finds files by name and type, and one by ID' {
        (Get-SigmaFile -Name 'Plugs*' -Type 'data-model').Id | Should -Be $PlugsOrders
        (Get-SigmaFile -Id $PlugsOrders).Path | Should -Be 'My Documents/Examples'
    }
}
