BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
}

AfterAll {
    Disconnect-Sigma
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Repair-SigmaDataModelSpec' {
    It 'writes the right form and shows old and new' {
        $spec = Get-SigmaDataModelSpec 06de7885-847b-468d-a96e-7db8f5b84bb1 |
            Add-SigmaSpecColumn -Element Orders -Name Total -Formula 'SUM([Cost]) + COUNTD([Region])'
        $repaired = $spec | Repair-SigmaDataModelSpec -Rule wrong-case, foreign-function -InformationVariable shown
        (Get-SigmaSpecColumn -Spec $repaired -Element Orders -Name Total).Formula | Should -Be 'Sum([Cost]) + CountDistinct([Region])'
        "$shown" | Should -BeLike '*SUM(`[Cost`])*Sum(`[Cost`])*'
    }

    It 'names similar rules for an unknown one' {
        $spec = Get-SigmaDataModelSpec 06de7885-847b-468d-a96e-7db8f5b84bb1
        { $spec | Repair-SigmaDataModelSpec -Rule wrong-cas -ErrorAction Stop } | Should -Throw -ExpectedMessage '*wrong-case*'
    }
}
