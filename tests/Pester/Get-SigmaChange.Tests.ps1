BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
    $script:Spec = Get-SigmaDataModelSpec -DataModelId $PlugsOrders
    $script:Element = $Spec.pages[0].elements[0]
    $Element.columns[0].description = 'Mine'
    $Spec | Set-SigmaDataModelSpec
    $Element.metrics = @(@{ id = 'rows'; name = 'Rows'; formula = 'Count()' })
    $Spec | Set-SigmaDataModelSpec
}

AfterAll {
    Disconnect-Sigma
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Get-SigmaChange' {
    It 'shows who changed which thing since a moment' -ForEach @{ Since = '1h' }, @{ Since = 1d }, @{ Since = '1d' },
        @{ Since = '0.01:00:00' }, @{ Since = [timespan]::FromHours(1) } {
        $log = @(Get-SigmaChange -Since $Since | Where-Object DataModelId -eq $PlugsOrders)
        $log[0] | Should -BeOfType SigmaPS.SigmaChange
        $log.DocumentVersion | Should -Be 4, 3
        $log.ChangedBy | Select-Object -Unique | Should -Be 'Ada Admin'
        $log[0].Changes.Change | Should -Be 'Added'
        $log[1].Changes.NewValue | Should -Be 'Mine'
    }

    It 'gives the history of one metric' {
        @(Get-SigmaChange -DataModel 'Plugs Orders' -Element $Element.name -Metric 'Rows').DocumentVersion | Should -Be 4
    }

    It 'folds saves and becomes Markdown' {
        $folded = Get-SigmaDataModel -DataModelId $PlugsOrders | Get-SigmaChange -Since 1h -FoldMinutes 10
        $folded.FirstVersion | Should -Be 3
        $folded | ConvertTo-SigmaMarkdown -Title 'Week' | Should -Match '# Week'
    }

    It 'refuses a number without a unit' {
        { Get-SigmaChange -Since 7 } | Should -Throw '*7d*'
    }
}
