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

Describe 'Get-SigmaSpecMetric' {
    It 'lists metrics with their formula' {
        (Get-SigmaSpecMetric -Spec $Spec -Element Orders -Name Discounts).Formula | Should -Be 'Sum([Discount Amount])'
    }

    It 'names a missing metric' {
        { $Spec | Get-SigmaSpecMetric -Name Discount -ErrorAction Stop } | Should -Throw -ErrorId 'SigmaSpecItemNotFound*'
    }
}
