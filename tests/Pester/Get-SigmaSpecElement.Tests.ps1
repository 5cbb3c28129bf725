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

Describe 'Get-SigmaSpecElement' {
    It 'lists elements with their page and source' {
        $orders = Get-SigmaSpecElement -Spec $Spec -Name Orders
        $orders.Page | Should -Be 'Core'
        $orders.MetricCount | Should -Be 5
        $orders.Source | Should -BeLike '*.ORDERS'
    }

    It 'names a missing element' {
        { $Spec | Get-SigmaSpecElement -Name Order -ErrorAction Stop } | Should -Throw -ErrorId 'SigmaSpecItemNotFound*'
    }
}
