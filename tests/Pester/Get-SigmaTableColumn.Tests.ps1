BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Get-SigmaTableColumn' {
    It 'gives the columns of a table' {
        (Get-SigmaConnection -Name 'Retail Warehouse' | Get-SigmaTable -Path 'RETAIL', 'SALES', 'ORDERS' | Get-SigmaTableColumn).Name |
            Should -Contain 'ORDER_ID'
    }
}
