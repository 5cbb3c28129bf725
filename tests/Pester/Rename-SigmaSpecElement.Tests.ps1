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

Describe 'Rename-SigmaSpecElement' {
    It 'rewrites each prefix and goes live without a broken column' {
        $Spec | Rename-SigmaSpecElement -Name Orders -NewName 'Sales Orders' -InformationVariable shown 6> $null | Out-Null
        @($shown | Where-Object Tags -contains PSHOST).Count | Should -Be 1
        $result = $Spec | Set-SigmaDataModelSpec -PassThru -AllowBreak -WarningAction SilentlyContinue
        $result.Status | Should -Be 'Updated'
        @(Get-SigmaDataModelColumn $result.DataModelId -Broken).Count | Should -Be 0
    }

    It 'refuses a name that is taken' {
        { $Spec | Rename-SigmaSpecElement -Name Stores -NewName Customers -ErrorAction Stop } | Should -Throw -ErrorId 'SigmaEditRefused*'
    }
}
