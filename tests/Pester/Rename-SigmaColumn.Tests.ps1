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

Describe 'Rename-SigmaColumn' {
    It 'plans and publishes a new name in all models that read it' {
        $plan = Rename-SigmaColumn $Model Orders Region Area -AllowBreak
        $plan.Items[0].Name | Should -Be 'Sales Core'
        $results = $plan | Publish-SigmaReleasePlan -AllowBreak -RunPath $TestDrive -WarningAction SilentlyContinue
        @($results | Where-Object Status -ne 'Updated').Count | Should -Be 0
    }

    It 'names a missing column' {
        { Rename-SigmaColumn $Model Orders Nothing Something -ErrorAction Stop } | Should -Throw -ErrorId 'SigmaSpecItemNotFound*'
    }
}
