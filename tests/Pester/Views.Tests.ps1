# The views at several widths, with realistic, missing and hostile values. A runspace without a console shows them, so that the width
# of the tester's own window does not matter.

BeforeDiscovery {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $own = (Get-Command -Module SigmaPS).OutputType.Type | Where-Object { $_ -and $_.FullName -like 'SigmaPS.*' }

    # The view of a whole spec belongs to its summary.
    $script:Shown = @($own.Name | Sort-Object -Unique | Where-Object { $_ -ne 'SpecNode' })
    $file = Join-Path -Path (Split-Path -Path (Get-StagedManifest)) -ChildPath 'SigmaPS.Format.ps1xml'
    $all = ([xml](Get-Content -LiteralPath $file -Raw)).Configuration.ViewDefinitions.View
    $script:Lists = @($all.Name -like '*(list)' -replace '^SigmaPS\.| \(list\)$')
    $script:Views = @($all | Where-Object Name -NotLike '*(list)' | ForEach-Object {
        @{ View = $_.Name -replace '^SigmaPS\.'; Headings = @($_.SelectNodes('.//Label') | ForEach-Object { $_.InnerText }) }
    })
}

BeforeAll {
    . "$PSScriptRoot/view-objects.ps1"
}

AfterAll {
    $Engine.Dispose()
    if ($Colors) { $PSStyle.OutputRendering = $Colors }
}

Describe 'The view of <View>' -ForEach $Views {
    BeforeAll {
        $script:Type = $Assembly.GetType("SigmaPS.$View")
        $script:Full = Get-FilledObject -Type $Type -Realistic
        $script:Sources = @($Texts.Text) + $Headings + 'model', '12345'
    }

    It 'is one whose IDs are listed in this test' {
        $NextIds.ContainsKey($View) | Should -BeTrue
    }

    Context 'at <_> columns' -ForEach 80, 100, 120, 200 {
        BeforeAll {
            $script:Text = Show-View -Object $Full -Width $_
            $script:Lines = @($Text -split '\r?\n')
        }

        It 'fits' {
            $width = $_
            @($Lines | Where-Object { (Get-Cells -Line $_) -gt $width }) | Should -BeNullOrEmpty
        }

        It 'shows the IDs that the next command needs as a whole' {
            foreach ($id in $NextIds[$View]) { $Text | Should -Match ([regex]::Escape(@($Full.$id)[0])) -Because "$View.$id" }
        }

        It 'drops no column and breaks no heading' {
            foreach ($heading in $Headings) { $Text | Should -Match "(?<!\S)$heading(?!\S)" }
        }

        It 'breaks no word' {
            $known = @(Get-Words -Text ($Sources -join ' '))
            foreach ($word in Get-Words -Text $Text | Where-Object { $_ -notin $known }) {
                @($known | Where-Object { $_.StartsWith($word) -or $_.EndsWith($word) }) | Should -BeNullOrEmpty -Because $word
            }
        }
    }

    It 'keeps its columns and reports no error where values are missing' {
        $empty = [Runtime.Serialization.FormatterServices]::GetUninitializedObject($Type)
        $Engine.Streams.Error.Clear()
        $text = Show-View -Object $empty -Width 80
        foreach ($heading in $Headings) { $text | Should -Match "(?<!\S)$heading(?!\S)" }
        @($Engine.Streams.Error) | Should -BeNullOrEmpty
        @($text -split '\r?\n' | Where-Object { $_.Length -gt 80 }) | Should -BeNullOrEmpty
    }
}

Describe 'The hostile view of <_>' -ForEach $Shown {
    BeforeAll {
        $script:Object = Get-FilledObject -Type $Assembly.GetType("SigmaPS.$_")
    }

    It 'is there' {
        Get-FormatData -TypeName "SigmaPS.$_" -PowerShellVersion $PSVersionTable.PSVersion | Should -Not -BeNullOrEmpty
    }

    It 'gives an agent and a terminal nothing to act on at <_> columns' -ForEach 80, 120 {
        $Engine.Commands.Clear()
        $text = $Engine.AddCommand('Out-String').AddParameter('InputObject', $Object).AddParameter('Width', $_).Invoke() -join ''
        $bare = $text -replace "$Escape\[[0-9;]*m", ''
        $width = $_
        @($bare -split '\r?\n' | Where-Object { $_.Length -gt $width }) | Should -BeNullOrEmpty
        $text | Should -Not -Match '##vso\[|##\['
        $text | Should -Not -Match '(?m)^\s*::'
        $text.Contains("$Escape[31mred") | Should -BeFalse
        $text.Contains([string][char]7) | Should -BeFalse
        $bare.Trim() | Should -Not -BeNullOrEmpty
        $bare | Should -Not -Match 'System\.|SigmaPS\.\w+\[\]'
    }
}

Describe 'The list of <_>' -ForEach $Lists {
    BeforeAll {
        $script:Type = $Assembly.GetType("SigmaPS.$_")
        function Show-List {
            param($Object)

            $Engine.Commands.Clear()
            $null = $Engine.AddCommand('Format-List').AddParameter('InputObject', $Object)
            $Engine.AddCommand('Out-String').AddParameter('Width', 80).Invoke() -join ''
        }
    }

    It 'shows every property, and gives an agent and a terminal nothing to act on' {
        $text = Show-List -Object (Get-FilledObject -Type $Type)
        foreach ($name in $Type.GetProperties().Name) { $text | Should -Match "(?m)^(\x1b\[[0-9;]*m)?$name +: " }
        $text | Should -Not -Match '##vso\[|##\['
        $text | Should -Not -Match '(?m)^\s*::'
        $text.Contains("$Escape[31mred") | Should -BeFalse
        $text.Contains([string][char]7) | Should -BeFalse
    }

    It 'reports no error where values are missing' {
        $Engine.Streams.Error.Clear()
        $text = Show-List -Object ([Runtime.Serialization.FormatterServices]::GetUninitializedObject($Type))
        foreach ($name in $Type.GetProperties().Name) { $text | Should -Match "(?m)^(\x1b\[[0-9;]*m)?$name +:" }
        @($Engine.Streams.Error) | Should -BeNullOrEmpty
    }
}

Describe 'A spec at the prompt' {
    BeforeAll {
        $script:Sandbox = Open-Sandbox
        Connect-Sandbox -Sandbox $Sandbox
        $script:Spec = Get-SigmaDataModelSpec -DataModelId $PlugsOrders
    }

    AfterAll {
        Close-Sandbox -Sandbox $Sandbox
    }

    It 'is a summary with name, version, counts, who and when' {
        $text = ($Spec | Out-String -Width 80).Trim()
        @($text -split '\r?\n').Count | Should -BeLessOrEqual 12
        $counts = 'Pages +: 1', 'Elements +: 1', 'Columns +: 22'
        $named = 'Name +: Plugs Orders', "DataModelId +: $PlugsOrders", 'Version +: 2'
        $saved = 'UpdatedAt +: 2025-11-17', 'UpdatedBy +: Ada Admin'
        foreach ($line in $named + $counts + $saved) { $text | Should -Match "(?m)^$line" }
    }

    It 'stays a summary after a copy and an edit, and for a spec from a file' {
        $copy = $Spec.PSObject.Copy()
        $copy.pages[0].elements[0].columns = @($copy.pages[0].elements[0].columns | Select-Object -First 3)
        $copy | Out-String -Width 80 | Should -Match '(?m)^Columns +: 3'
        $file = Join-Path -Path $TestDrive -ChildPath 'plain.json'
        $plain = '{"name":"Plain","schemaVersion":1,"pages":[{"id":"p","name":"One","elements":[]}]}'
        Set-Content -LiteralPath $file -Value $plain -Encoding ASCII
        Import-SigmaDataModelSpec -LiteralPath $file | Out-String -Width 80 | Should -Match '(?m)^Pages +: 1 \(One\)'
    }

    It 'is shown key by key where it is asked for, and so is a part of it' {
        Get-Plain { $Spec | Format-List -Property * } | Should -Match '(?m)^schemaVersion +: '
        Get-Plain { $Spec | Format-List } | Should -Match '(?m)^schemaVersion +: '
        Get-Plain { $Spec.pages[0].elements[0].columns[0] } | Should -Match 'id +name +formula'
        Get-Plain { $Spec.pages[0] } | Should -Match 'id +name +elements'
        Get-Plain { $Spec | Select-Object -Property name, documentVersion } | Should -Match 'name +documentVersion'
        $Spec | ConvertTo-Json -Depth 100 | Should -Match '"schemaVersion"'
        ($Spec | Get-Member)[0].TypeName | Should -Be 'SigmaPS.SpecNode'
    }

    It 'shows the ID of its publisher without a session' {
        Disconnect-Sigma
        $Spec | Out-String | Should -Match '(?m)^UpdatedBy +: \S'
    }
}
