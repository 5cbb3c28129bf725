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

Describe 'ConvertTo-SigmaMarkdown' {
    It 'writes counts and a table an element' {
        $spec = Get-SigmaDataModelSpec -DataModelId $PlugsOrders
        $spec.pages[0].elements[0].columns[0].formula = '[A/B]'
        $text = $spec | Compare-SigmaDataModelSpec | ConvertTo-SigmaMarkdown -Title 'Changes'
        $text | Should -BeOfType string
        $text | Should -Match '(?s)^# Changes.*1 column changed.*\| Changed \| column .Order Number. \|.*\[A/B\]'
    }

    It 'states that nothing has changed' {
        Get-SigmaDataModelSpec -DataModelId $PlugsOrders | Compare-SigmaDataModelSpec | ConvertTo-SigmaMarkdown |
            Should -BeLike 'No change.*'
    }
}
