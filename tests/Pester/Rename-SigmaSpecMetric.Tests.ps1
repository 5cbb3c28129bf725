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

Describe 'Rename-SigmaSpecMetric' {
    It 'renames a metric and the formulas that use it' {
        $Spec | Add-SigmaSpecMetric -Element Orders -Name Share -Formula '[Metrics/Discounts] / 2' 6> $null |
            Rename-SigmaSpecMetric -Element Orders -Name Discounts -NewName 'Total Discounts' 6> $null | Out-Null
        (Get-SigmaSpecMetric -Spec $Spec -Name Share).Formula | Should -Be '[Metrics/Total Discounts] / 2'
    }

    It 'refuses a name that is taken' {
        { $Spec | Rename-SigmaSpecMetric -Element Orders -Name Share -NewName Region -ErrorAction Stop } |
            Should -Throw -ErrorId 'SigmaEditRefused*'
    }
}
