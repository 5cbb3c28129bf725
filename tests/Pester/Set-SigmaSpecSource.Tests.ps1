BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
    $script:Spec = Get-SigmaDataModelSpec 06de7885-847b-468d-a96e-7db8f5b84bb1
}

AfterAll {
    Disconnect-Sigma
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Set-SigmaSpecSource' {
    It 'swaps a schema everywhere' {
        $copy = $Spec | Set-SigmaSpecSource -PathMap @{ 'RETAIL.SALES' = 'LAB.SALES' }
        ($copy.pages.elements.source | Where-Object kind -eq 'warehouse-table').path | Should -Not -Contain 'RETAIL'
    }

    It 'warns about an entry that matches nothing' {
        Set-SigmaSpecSource -Spec $Spec -ConnectionMap @{ nobody = 'x' } -WarningVariable warned -WarningAction SilentlyContinue | Out-Null
        @($warned).Count | Should -Be 1
    }
}
