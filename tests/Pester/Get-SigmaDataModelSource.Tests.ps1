BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Get-SigmaDataModelSource' {
    It 'leads to the tables of a model' {
        $source = Get-SigmaDataModelSource -DataModelId $PlugsOrders
        $source.Type | Should -Be 'table'
        ($source | Get-SigmaTable).Path[0] | Should -Be 'EXAMPLES'
    }
}
