BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Get-SigmaTable' {
    It 'finds a table by its path, in the table that a person sees too' {
        $table = Get-SigmaConnection -Name 'Retail Warehouse' | Get-SigmaTable -Path 'RETAIL', 'SALES', 'ORDERS'
        $table.Kind | Should -Be 'table'
        ($table | Out-String -Width 120) | Should -Match 'RETAIL / SALES / ORDERS'
    }
}
