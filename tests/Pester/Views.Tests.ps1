# How what the commands give stands on a screen of 120 columns, also where names are long and hostile.

BeforeDiscovery {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $own = (Get-Command -Module SigmaPS).OutputType.Type | Where-Object { $_ -and $_.FullName -like 'SigmaPS.*' } | ForEach-Object { $_.Name } | Sort-Object -Unique

    # A spec is shown as the object that it is, key by key.
    $script:Shown = @($own | Where-Object { $_ -ne 'SpecNode' })
}

BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Escape = [string][char]27
    $script:Hostile = "##vso[task.setvariable variable=a]b$([char]7)${Escape}[31mred`n::error::" + ('long ' * 60)
    $script:Assembly = (Get-Command -Name Get-SigmaDataModel).ImplementingType.Assembly
    $script:Colours = if (Test-Path -LiteralPath Variable:PSStyle) { $PSStyle.OutputRendering }
    if ($Colours) { $PSStyle.OutputRendering = 'Ansi' }

    # An object of a type as no service would give it: every text is hostile, every number long.
    function Get-HostileObject {
        param([type] $Type)

        $object = [Runtime.Serialization.FormatterServices]::GetUninitializedObject($Type)
        foreach ($field in $Type.GetFields([Reflection.BindingFlags] 'Instance, NonPublic, Public')) {
            $of = [Nullable]::GetUnderlyingType($field.FieldType)
            if (-not $of) { $of = $field.FieldType }
            $value = if ($of -eq [string]) { $Hostile }
            elseif ($of -eq [string[]]) { , [string[]] @($Hostile, $Hostile) }
            elseif ($of -eq [DateTimeOffset]) { [DateTimeOffset]::new(2026, 3, 1, 12, 30, 0, [TimeSpan]::FromHours(2)) }
            elseif ($of -eq [uri]) { [uri] 'https://api.sigmacomputing.com/' }
            elseif ($of.IsEnum) { [Enum]::GetValues($of) | Select-Object -Last 1 }
            elseif ($of -eq [int] -or $of -eq [long]) { 123456 -as $of }
            elseif ($of -eq [bool]) { $true }
            elseif ($of.IsArray -and $of.GetElementType().Assembly -eq $Assembly) {
                $all = [Array]::CreateInstance($of.GetElementType(), 1)
                $all.SetValue((Get-HostileObject -Type $of.GetElementType()), 0)
                , $all
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
    if ($Colours) { $PSStyle.OutputRendering = $Colours }
}

Describe 'The view of <_>' -ForEach $Shown {
    BeforeAll {
        $script:Text = Get-HostileObject -Type $Assembly.GetType("SigmaPS.$_") | Out-String -Width 120
        $script:Bare = $Text -replace "$Escape\[[0-9;]*m", ''
    }

    It 'is there' {
        Get-View -Name $_ | Should -Not -BeNullOrEmpty
    }

    It 'fits into 120 columns' {
        @($Bare -split '\r?\n' | Where-Object { $_.Length -gt 120 }) | Should -BeNullOrEmpty
    }

    It 'gives an agent and a terminal nothing to act on' {
        $Text | Should -Not -Match '##vso\[|##\['
        $Text | Should -Not -Match '(?m)^\s*::'
        $Text.Contains("$Escape[31mred") | Should -BeFalse
        $Text.Contains([string][char]7) | Should -BeFalse
    }

    It 'says something' {
        $Bare.Trim() | Should -Not -BeNullOrEmpty
        $Bare | Should -Not -Match 'System\.|SigmaPS\.\w+\[\]'
    }
}
