# What the files about views need: objects of each type with realistic and with hostile values, and a runspace without a console.
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
