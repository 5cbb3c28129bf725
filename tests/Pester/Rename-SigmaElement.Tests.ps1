BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
    $script:Model = '06de7885-847b-468d-a96e-7db8f5b84bb1'
}

AfterAll {
    Disconnect-Sigma
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Rename-SigmaElement' {
    It 'plans and publishes a new name in all models that read it' {
        $plan = Rename-SigmaElement $Model Orders -NewName Facts -AllowBreak
        @($plan.Items).Count | Should -BeGreaterThan 1
        $results = $plan | Publish-SigmaReleasePlan -AllowBreak -RunPath $TestDrive -WarningAction SilentlyContinue
        @($results | Where-Object Status -ne 'Updated').Count | Should -Be 0
    }

    It 'names a missing element' {
        { Rename-SigmaElement $Model Nothing -NewName Something -ErrorAction Stop } | Should -Throw -ErrorId 'SigmaSpecItemNotFound*'
    }
}
