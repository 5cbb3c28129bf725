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

Describe 'Add-SigmaSpecMetric' {
    It 'makes the list that is missing' {
        $copy = $Spec | Add-SigmaSpecMetric -Element Customers -Name Heads -Formula 'Count()'
        ($copy.pages.elements | Where-Object name -eq 'Customers').metrics[0].name | Should -Be 'Heads'
        ($copy | Set-SigmaDataModelSpec -PassThru).Status | Should -Be 'Updated'
    }
}
