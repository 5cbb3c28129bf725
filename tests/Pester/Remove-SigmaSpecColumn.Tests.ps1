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

Describe 'Remove-SigmaSpecColumn' {
    It 'refuses while something refers to the column' {
        { Remove-SigmaSpecColumn -Spec $Spec -Element Orders -Name Region -ErrorAction Stop } | Should -Throw -ErrorId 'SigmaEditRefused*'
    }

    It 'takes out what nobody needs' {
        $copy = $Spec | Add-SigmaSpecColumn -Element Orders -Name Spare -Formula '1' | Remove-SigmaSpecColumn -Element Orders -Name Spare
        ($copy | Set-SigmaDataModelSpec -PassThru).Status | Should -Be 'Unchanged'
    }
}
