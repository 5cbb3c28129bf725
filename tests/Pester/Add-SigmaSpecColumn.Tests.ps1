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

Describe 'Add-SigmaSpecColumn' {
    It 'adds a column that can be found and put back' {
        $copy = $Spec | Add-SigmaSpecColumn -Element Orders -Name Half -Formula '1 / 2' -Hidden
        (Get-SigmaSpecColumn -Spec $copy -Name Half).Hidden | Should -BeTrue
        ($copy | Set-SigmaDataModelSpec -PassThru).Status | Should -Be 'Updated'
    }
}
