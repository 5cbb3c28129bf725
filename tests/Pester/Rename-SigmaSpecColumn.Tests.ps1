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

Describe 'Rename-SigmaSpecColumn' {
    It 'renames the column in the given spec, which can be put back' {
        $copy = $Spec | Rename-SigmaSpecColumn -Element Orders -Name Region -NewName 'Sales Region'
        @(Get-SigmaSpecColumn -Spec $Spec -Name 'Sales Region*').Count | Should -BeGreaterThan 0
        ($copy | Set-SigmaDataModelSpec -AllowBreak -PassThru).Status | Should -Be 'Updated'
    }

    It 'refuses a name that is taken' {
        { Rename-SigmaSpecColumn -Spec $Spec -Element Orders -Name 'Sales Region' -NewName 'Order Id' -ErrorAction Stop } |
            Should -Throw -ErrorId 'SigmaEditRefused*'
    }

    It 'renames a name that Add-Member put on the column' {
        $spec = Get-SigmaDataModelSpec 467bc369-5db7-4963-8172-b24a49dbc75b
        $table = $spec.pages[0].elements[0]
        $column = $table.columns | Where-Object name -eq 'Cust Key'
        $column | Add-Member -NotePropertyName name -NotePropertyValue 'Zone' -Force
        $spec | Rename-SigmaSpecColumn -Element $table.name -Name Zone -NewName Area | Out-Null
        $column.name | Should -Be 'Area'
        @(Get-SigmaSpecColumn -Spec $spec -Name 'Zone*').Count | Should -Be 0
    }
}
