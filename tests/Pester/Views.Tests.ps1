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
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Escape = [string][char]27
    $script:Hostile = "##vso[task.setvariable variable=a]b$([char]7)${Escape}[31mred`n::error::" + ('long ' * 60)
    $script:Assembly = (Get-Command -Name Get-SigmaDataModel).ImplementingType.Assembly
    $script:Engine = [powershell]::Create()
    # $PSStyle is one object of the process.
    $script:Colors = if (Test-Path -LiteralPath Variable:PSStyle) { $PSStyle.OutputRendering }
    $setUp = 'param($manifest) Import-Module -Name $manifest; if (Test-Path Variable:PSStyle) { $PSStyle.OutputRendering = "Ansi" }'
    $null = $Engine.AddScript($setUp).AddArgument((Get-StagedManifest)).Invoke()

    # Whole words, IDs as long as Sigma's, a name in another script, and text without a blank.
    $script:Uuid = 'b7ea654f-36bf-4d62-8ff1-02f00382acda'
    $script:Wide = -join [char[]] (0x58F2, 0x4E0A, 0x5206, 0x6790)
    $script:Umlaut = [string][char]0xE4
    $script:Texts = @(
        @{ Like = 'MemberId|UpdatedBy|OwnerId|CreatedBy|ChangedById|UserId'; Text = 'Or3utqE3hK4BzHGk5lRTRGLZdNxlw' }
        @{ Like = 'ElementIds?$'; Text = 'distribution_centers' }
        @{ Like = 'SpecElement.Id$'; Text = 'distribution_centers' }
        @{ Like = 'Ids?$|^Organization'; Text = $Uuid }
        @{ Like = 'SpecIssue.Path|ExportResult.Path'; Text = '/home/agent/work/repository/models/Retail/Vertriebscontrolling.json' }
        @{ Like = 'SigmaTable.Path'; Text = 'PRODUCTION_WAREHOUSE' }
        @{ Like = 'Path$|Folder'; Text = "Retail/Models/Vertriebsgesch${Umlaut}ft/Telecommunications Reporting/Sandbox" }
        @{ Like = 'Formula'; Text = 'Sum(If([Orders/Order Status] = "Completed", [Orders/Net Revenue], 0)) / CountDistinct([Customer Id])' }
        @{ Like = 'FirstName'; Text = 'Maximilian' }
        @{ Like = 'LastName'; Text = "Sch${Umlaut}fer-Mustermann" }
        @{ Like = 'MemberType'; Text = 'contributor' }
        @{ Like = 'Email'; Text = 'maximilian.mustermann@example.com' }
        @{ Like = 'Certainty'; Text = 'Possible' }
        @{ Like = 'Kind$|Change$|Type$|Visibility|Region$'; Text = 'table' }
        @{ Like = 'RuleId'; Text = 'missing-description' }
        @{ Like = 'LatestVersion|SpecSummary.Version'; Text = '12345' }
        @{ Like = '.'; Text = "Vertriebscontrolling Kundenstammdaten $Wide Umsatzentwicklung and Telecommunications Recommendations" }
    )

    # The IDs that the next command needs. Columns and metrics are found by their names; a spec in memory needs no model.
    $script:NextIds = @{
        DataModel = 'DataModelId'
        DataModelVersion = 'DataModelId'
        SigmaSession = 'OrganizationId', 'UserId', 'ClientId'
        SpecSummary = 'DataModelId'
        SpecChange = 'DataModelId'
        SigmaChange = 'DataModelId'
        WriteResult = 'DataModelId'
        DataModelElement = 'DataModelId', 'ElementId'
        DataModelColumn = 'DataModelId', 'ElementId'
        DataModelSource = 'DataModelId', 'TableId', 'SourceDataModelId', 'ConnectionId', 'DatasetId', 'ElementIds'
        DataModelLineage = 'DataModelId', 'ElementId', 'InodeId', 'SourceDataModelId', 'ConnectionId', 'SourceIds'
        DataModelTag = 'DataModelId', 'VersionTagId'
        SigmaFile = 'Id'
        SigmaConnection = 'ConnectionId'
        SigmaTable = 'TableId', 'ConnectionId'
        SigmaTableColumn = 'TableId'
        SigmaMember = 'MemberId', 'Email'
        SigmaUsage = 'ConsumerId'
        SigmaUnusedItem = 'DataModelId', 'ElementId'
        FoundColumn = 'DataModelId'
        SpecIssue = 'RuleId'
        SpecColumn = 'ElementId'
        SpecElement = 'Id'
        SpecMetric = 'ElementId'
        ReleasePlanItem = 'DataModelId'
        SpecDrift = 'DataModelId'
        ReleasePlan = 'Organization'
        ExportResult = 'DataModelId'
    }

    function Show-View {
        param($Object, [int] $Width)

        $Engine.Commands.Clear()
        $null = $Engine.AddCommand('Out-String').AddParameter('InputObject', $Object).AddParameter('Width', $Width)
        ($Engine.Invoke() -join '') -replace "$Escape\[[0-9;]*m", ''
    }

    function Get-Plain {
        param([scriptblock] $Command)

        (& $Command | Out-String -Width 200) -replace "$Escape\[[0-9;]*m", ''
    }

    # Characters of East Asia take two cells.
    function Get-Cells {
        param([string] $Line)

        $Line.Length + [regex]::Matches($Line, '[\u2E80-\uA4CF\uFF00-\uFF60]').Count
    }

    function Get-Words {
        param([string] $Text)

        $Text -split '[^\p{L}\p{N}]+' | Where-Object { $_.Length -gt 2 }
    }

    function Get-RealisticText {
        param([string] $Owner, [string] $Property)

        ($Texts | Where-Object { "$Owner.$Property" -match $_.Like -or $Property -match $_.Like } | Select-Object -First 1).Text
    }

    # An object of a type with a value in every field. Without -Realistic, every text is one that no service should give.
    function Get-FilledObject {
        param([type] $Type, [switch] $Realistic)

        $object = [Runtime.Serialization.FormatterServices]::GetUninitializedObject($Type)
        foreach ($field in $Type.GetFields([Reflection.BindingFlags] 'Instance, NonPublic, Public')) {
            $of = [Nullable]::GetUnderlyingType($field.FieldType)
            if (-not $of) { $of = $field.FieldType }
            $property = $field.Name -replace '^<(\w+)>.*', '$1'
            $text = if ($Realistic) { Get-RealisticText -Owner $Type.Name -Property $property } else { $Hostile }
            $value = if ($of -eq [string]) { $text }
            elseif ($of -eq [DateTimeOffset]) { [DateTimeOffset]::new(2026, 3, 1, 12, 30, 0, [TimeSpan]::FromHours(2)) }
            elseif ($of -eq [uri]) { [uri] 'https://api.sigmacomputing.com/' }
            elseif ($of.IsEnum) { [Enum]::GetValues($of) | Select-Object -Last 1 }
            elseif ($of -eq [int] -or $of -eq [long]) { 12345 -as $of }
            elseif ($of -eq [bool]) { $true }
            elseif ($of.IsGenericType -and $of.Assembly -eq $Assembly) {
                $item = $of.GetGenericArguments()[0]
                $all = [Array]::CreateInstance($item, 1)
                $all.SetValue($(if ($item -eq [string]) { $text } else { Get-FilledObject -Type $item -Realistic:$Realistic }), 0)
                , [Activator]::CreateInstance($of, [Reflection.BindingFlags] 'Instance, NonPublic', $null, [object[]] @(, $all), $null)
            }

            if ($null -ne $value) { $field.SetValue($object, $value) }
        }

        $object
    }

    # What the default view makes of it; $null where the type has none.
    function Get-View {
        param([string] $Name)

        Get-FormatData -TypeName "SigmaPS.$Name" -PowerShellVersion $PSVersionTable.PSVersion
    }
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
