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

Describe 'Remove-SigmaSpecElement' {
    It 'refuses while something needs the element, and leaves the spec alone' {
        $before = $Spec | ConvertTo-Json -Depth 100
        { $Spec | Remove-SigmaSpecElement -Name Orders -ErrorAction Stop } | Should -Throw -ErrorId 'SigmaEditRefused*'
        $Spec | ConvertTo-Json -Depth 100 | Should -Be $before
    }

    It 'removes elements that need only one another' {
        $Spec | Remove-SigmaSpecElement -Name 'Region Totals', 'Orders by Region' 6> $null | Out-Null
        ($Spec | Get-SigmaSpecElement).Name | Should -Be @('Orders', 'Customers', 'Stores')
    }
}
