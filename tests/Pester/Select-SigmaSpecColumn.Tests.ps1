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

Describe 'Select-SigmaSpecColumn' {
    It 'keeps the named columns and removes the others' {
        $spec = Get-SigmaDataModelSpec 467bc369-5db7-4963-8172-b24a49dbc75b
        $table = $spec.pages[0].elements[0]
        $spec | Select-SigmaSpecColumn -Element $table.name -Name 'Order Number', 'Date' | Out-Null
        $table.columns.name | Should -Be 'Order Number', 'Date'
        ($spec | Set-SigmaDataModelSpec -AllowRemoval -PassThru).Status | Should -Be 'Updated'
    }

    It 'reports a name that it did not find' {
        $spec = Get-SigmaDataModelSpec 467bc369-5db7-4963-8172-b24a49dbc75b
        { $spec | Select-SigmaSpecColumn -Element $spec.pages[0].elements[0].name -Name 'Ordr Number' -ErrorAction Stop } |
            Should -Throw -ErrorId 'SigmaSpecItemNotFound,*'
    }
}
