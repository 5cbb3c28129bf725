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

Describe 'Get-SigmaSpecColumn' {
    It 'finds a column by the name that it shows' {
        (Get-SigmaSpecColumn -Spec $Spec -Element Orders -Name 'Order Id').Formula | Should -Be '[ORDERS/Order Id]'
    }

    It 'takes patterns for names and IDs' {
        @($Spec | Get-SigmaSpecColumn -Element 'tblOrd*' -Id '*ORDER_ID').Count | Should -Be 1
    }
}
