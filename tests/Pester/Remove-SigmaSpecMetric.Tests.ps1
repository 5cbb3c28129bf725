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

Describe 'Remove-SigmaSpecMetric' {
    It 'removes a metric that no formula uses' {
        $Spec | Remove-SigmaSpecMetric -Element Orders -Name Discounts 6> $null | Out-Null
        @($Spec | Get-SigmaSpecMetric -Element Orders).Count | Should -Be 4
    }

    It 'names a missing metric' {
        { $Spec | Remove-SigmaSpecMetric -Element Orders -Name Nothing -ErrorAction Stop } | Should -Throw -ErrorId 'SigmaSpecItemNotFound*'
    }
}
