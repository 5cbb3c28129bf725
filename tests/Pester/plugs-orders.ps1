# What the files about writing a spec need: a sandbox whose model Plugs Orders is as the service was seeded with it before each test.
. "$PSScriptRoot/common.ps1"
Import-StagedModule
$script:Sandbox = Open-Sandbox
$script:Command = 'SigmaPS.Commands.SetSigmaDataModelSpecCommand'
Connect-Sandbox -Sandbox $Sandbox
$script:Original = Get-LiveText -Sandbox $Sandbox -DataModelId $PlugsOrders

# What the service holds now, read without the module.
function Get-Live { Get-LiveSpec -Sandbox $Sandbox -DataModelId $PlugsOrders }

# A version by somebody else: the first page's name is another one.
function Publish-ColleagueEdit {
    Publish-LiveText -Sandbox $Sandbox -DataModelId $PlugsOrders -Text ($Original -replace '"Page 1"', '"Theirs"')
}

# Puts the model back, and reads the spec that a test edits.
function Restore-LiveModel {
    $body = '{"name":"Plugs Orders","description":""}'
    $null = Send-SandboxRequest -Sandbox $Sandbox -Method Patch -Path "v2/files/$PlugsOrders" -Body $body
    Publish-LiveText -Sandbox $Sandbox -DataModelId $PlugsOrders -Text $Original
    $script:Spec = Get-SigmaDataModelSpec -DataModelId $PlugsOrders
    $script:Table = $Spec.pages[0].elements[0]
    $script:Version = $Spec.documentVersion
}
