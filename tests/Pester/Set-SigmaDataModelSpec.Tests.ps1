BeforeAll {
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
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Set-SigmaDataModelSpec' {
    BeforeEach {
        $body = '{"name":"Plugs Orders","description":""}'
        $null = Send-SandboxRequest -Sandbox $Sandbox -Method Patch -Path "v2/files/$PlugsOrders" -Body $body
        Publish-LiveText -Sandbox $Sandbox -DataModelId $PlugsOrders -Text $Original
        $script:Spec = Get-SigmaDataModelSpec -DataModelId $PlugsOrders
        $script:Table = $Spec.pages[0].elements[0]
        $script:Version = $Spec.documentVersion
    }

    Context 'An edit' {
        It 'is published as the next version, read back, and told with -PassThru' {
            $Table.columns[0].description = 'The number on the slip'
            $result = $Spec | Set-SigmaDataModelSpec -PassThru
            $result | Should -BeOfType SigmaPS.WriteResult
            $result.Status | Should -Be 'Updated'
            $result.Name | Should -Be 'Plugs Orders'
            $result.DataModelId | Should -Be $PlugsOrders
            $result.VersionBefore | Should -Be $Version
            $result.VersionAfter | Should -Be ($Version + 1)
            $result.Changes.Count | Should -Be 1
            $result.Changes[0].Name | Should -BeLike '*Order Number'
            $result.Changes[0].NewValue | Should -Be 'The number on the slip'
            $result.Findings | Should -BeNullOrEmpty
            $result.Organization | Should -Be (Get-SigmaSession).OrganizationId
            $result.Spec.pages[0].elements[0].columns[0].description | Should -Be 'The number on the slip'
            (Get-Live).pages[0].elements[0].columns[0].description | Should -Be 'The number on the slip'
        }

        It 'gives nothing, and warns of nothing, without -PassThru' {
            $Table.columns[0].description = 'x'
            $Spec | Set-SigmaDataModelSpec -WarningVariable warnings | Should -BeNullOrEmpty
            $warnings | Should -BeNullOrEmpty
            (Get-Live).documentVersion | Should -Be ($Version + 1)
        }

        It 'is sent nowhere when there is nothing to do' {
            ($Spec | Set-SigmaDataModelSpec -PassThru).Status | Should -Be 'Unchanged'
            (Get-Live).documentVersion | Should -Be $Version
        }

        It 'moves on the version that the object builds on' {
            $Table.columns[0].description = 'one'
            $Spec | Set-SigmaDataModelSpec
            $Table.columns[0].description = 'two'
            $Spec | Set-SigmaDataModelSpec
            (Get-Live).documentVersion | Should -Be ($Version + 2)
        }

        It 'takes the spec by parameter and by position as well' {
            $Table.columns[0].description = 'one'
            Set-SigmaDataModelSpec -Spec $Spec
            $Table.columns[0].description = 'two'
            Set-SigmaDataModelSpec $Spec
            $Table.columns[0].description = 'three'
            Set-SigmaDataModelSpec -InputObject $Spec
            (Get-Live).pages[0].elements[0].columns[0].description | Should -Be 'three'
        }

        It 'renames columns and tables' {
            ($Table.columns | Where-Object name -EQ 'Cust Key').name = 'Customer Key'
            $Table.name = 'Orders'
            $Spec | Set-SigmaDataModelSpec
            $live = (Get-Live).pages[0].elements[0]
            $live.name | Should -Be 'Orders'
            $live.columns.name | Should -Contain 'Customer Key'
            $live.columns.name | Should -Not -Contain 'Cust Key'
        }

        It 'keeps two of 22 columns' {
            $Table.columns = $Table.columns | Where-Object name -In 'Order Number', 'Date'
            $Spec | Set-SigmaDataModelSpec -AllowRemoval
            (Get-Live).pages[0].elements[0].columns.name | Should -Be 'Order Number', 'Date'
        }

        It 'sends a list of one where a filter leaves one column' {
            $Table.columns = $Table.columns | Where-Object name -EQ 'Date'
            $Spec | Set-SigmaDataModelSpec -AllowRemoval
            Get-LiveText -Sandbox $Sandbox -DataModelId $PlugsOrders | Should -Match '"columns":\[\{[^{}]+\}\]'
        }

        It 'refuses $null where a filter leaves no column' {
            $Table.columns = $Table.columns | Where-Object name -EQ 'No such name'
            { $Spec | Set-SigmaDataModelSpec -AllowRemoval -ErrorAction Stop } |
                Should -Throw -ErrorId "SigmaSpecListIsNull,$Command" -ExpectedMessage '*/pages/0/elements/0/columns*@()*'
        }

        It 'sends an empty list where that is what was said' {
            $Table.columns = @($Table.columns | Where-Object name -EQ 'No such name')
            $Spec | Set-SigmaDataModelSpec -AllowRemoval
            (Get-Live).pages[0].elements[0].columns | Should -BeNullOrEmpty
        }

        It 'sends $null in another list as an empty one, with a warning' {
            $Table.metrics = $null
            $Table.columns[0].description = 'x'
            $Spec | Set-SigmaDataModelSpec -WarningVariable warnings -WarningAction SilentlyContinue
            @($warnings).Count | Should -Be 1
            $warnings[0].Message | Should -BeLike '*/pages/0/elements/0/metrics*'
        }

        It 'adds columns and metrics from hashtables, ordered dictionaries and custom objects' {
            $Table.columns += @{ id = 'revenue'; name = 'Revenue'; formula = '[Price] * [Quantity]' }
            $Table.columns.Add([pscustomobject]@{ id = 'year'; name = 'Year'; formula = 'Year([Date])' })
            $Table.columns += [ordered]@{ id = 'month'; name = 'Month'; formula = 'Month([Date])' }
            $Table.metrics += @{ id = 'total'; name = 'Total Revenue'; formula = 'Sum([Revenue])' }
            $Table.description = 'All orders of the shops'
            ($Table.columns | Where-Object name -EQ 'Price').format = @{ kind = 'number'; formatString = ',.0f' }
            $result = $Spec | Set-SigmaDataModelSpec -PassThru
            $result.Findings | Should -BeNullOrEmpty
            $live = (Get-Live).pages[0].elements[0]
            @($live.columns).Count | Should -Be 25
            $live.columns[22..24].name | Should -Be 'Revenue', 'Year', 'Month'
            $live.metrics[0].name | Should -Be 'Total Revenue'
            $live.description | Should -Be 'All orders of the shops'
            ($live.columns | Where-Object name -EQ 'Price').format.formatString | Should -Be ',.0f'
        }

        It 'takes what Select-Object, Sort-Object and calculated properties have made of columns' {
            $Table.columns = $Table.columns | Sort-Object -Property name |
                Select-Object -Property id, @{ Name = 'name'; Expression = { $_.name.ToUpperInvariant() } }, formula
            $Spec | Set-SigmaDataModelSpec
            $names = (Get-Live).pages[0].elements[0].columns.name
            $names[0] | Should -BeExactly 'BRAND'
            @($names).Count | Should -Be 22
        }

        It 'takes what Add-Member has added and overwritten' {
            $Table.columns[0] | Add-Member -NotePropertyName description -NotePropertyValue 'noted'
            $Table.columns[0] | Add-Member -NotePropertyName name -NotePropertyValue 'Number' -Force
            $Spec | Set-SigmaDataModelSpec
            $live = (Get-Live).pages[0].elements[0].columns[0]
            $live.description | Should -Be 'noted'
            $live.name | Should -Be 'Number'
        }

        It 'takes what was assigned after Add-Member, as the last word' {
            $Table.columns[0] | Add-Member -NotePropertyName name -NotePropertyValue 'Number' -Force
            $Table.columns[0].name = 'Order No'
            $Spec | Set-SigmaDataModelSpec
            (Get-Live).pages[0].elements[0].columns[0].name | Should -Be 'Order No'
        }

        It 'leaves out a key that was removed' {
            $Table.description = 'x'
            $Spec | Set-SigmaDataModelSpec
            $null = $Table.Remove('description')
            $Spec | Set-SigmaDataModelSpec
            (Get-Live).pages[0].elements[0].PSObject.Properties.Name | Should -Not -Contain 'description'
        }

        It 'warns of a formula that does not resolve, and says it in the findings' {
            $Table.columns += @{ id = 'bad'; name = 'Bad'; formula = '[No such column] + 1' }
            $result = $Spec | Set-SigmaDataModelSpec -SkipValidation -PassThru -WarningVariable warnings -WarningAction SilentlyContinue
            $result.Status | Should -Be 'Updated'
            @($result.Findings).Count | Should -Be 1
            $warnings[0].Message | Should -BeLike '*Bad*'
        }

        It 'works on the newer layout, where columns bear no names' {
            $model = Get-SigmaDataModel -Name 'Raw Names'
            $newer = $model | Get-SigmaDataModelSpec
            $element = $newer.pages.elements | Where-Object { @($_.columns).Count -gt 1 } | Select-Object -First 1
            $element.columns[0].name = 'First of all'
            $element.columns += @{ id = 'one'; name = 'One'; formula = '1' }
            $element.metrics += @{ id = 'rows'; name = 'Rows'; formula = 'Count()' }
            $newer | Set-SigmaDataModelSpec
            $live = (Get-LiveSpec -Sandbox $Sandbox -DataModelId $model.DataModelId).pages.elements | Where-Object id -EQ $element.id
            $live.columns[0].name | Should -Be 'First of all'
            $live.columns.id | Should -Contain 'one'
            $live.metrics.name | Should -Contain 'Rows'
        }

        It 'renames and describes the model itself, which makes no version' {
            $Spec.name = 'Plugs Orders (reviewed)'
            $Spec.description = 'All orders'
            $Spec | Set-SigmaDataModelSpec
            $live = Get-Live
            $live.name | Should -Be 'Plugs Orders (reviewed)'
            $live.description | Should -Be 'All orders'
            $live.documentVersion | Should -Be $Version
        }
    }

    Context 'Reasons to refuse a write' {
        It 'is SigmaSpecConflict when a colleague was faster, until -IgnoreConflict is said' {
            $Table.columns[0].description = 'mine'
            Publish-ColleagueEdit
            $message = "*based on version $Version;*version $($Version + 1)*Theirs*"
            { $Spec | Set-SigmaDataModelSpec -ErrorAction Stop } |
                Should -Throw -ErrorId "SigmaSpecConflict,$Command" -ExpectedMessage $message
            (Get-Live).pages[0].name | Should -Be 'Theirs'
            $Spec | Set-SigmaDataModelSpec -IgnoreConflict
            (Get-Live).pages[0].name | Should -Be 'Page 1'
        }

        It 'is SigmaSpecNoBase when nothing says which version the spec builds on' {
            $bare = $Original -replace '"(latestDocumentVersion|documentVersion)":\d+,', '' -replace '"Order Number"', '"Order No"'
            { Set-SigmaDataModelSpec -Json $bare -ErrorAction Stop } |
                Should -Throw -ErrorId "SigmaSpecNoBase,$Command" -ExpectedMessage "*version $Version*"
            { Set-SigmaDataModelSpec -Json $bare -BaseDocumentVersion ($Version - 1) -ErrorAction Stop } |
                Should -Throw -ErrorId "SigmaSpecConflict,$Command"
            Set-SigmaDataModelSpec -Json $bare -BaseDocumentVersion $Version
            (Get-Live).pages[0].elements[0].columns[0].name | Should -Be 'Order No'
        }

        It 'is SigmaRemovalNotAllowed when things would go, until -AllowRemoval is said' {
            $Table.columns = $Table.columns | Where-Object name -In 'Order Number', 'Date'
            { $Spec | Set-SigmaDataModelSpec -ErrorAction Stop } |
                Should -Throw -ErrorId "SigmaRemovalNotAllowed,$Command" -ExpectedMessage '*20 columns*-AllowRemoval*'
            @((Get-Live).pages[0].elements[0].columns).Count | Should -Be 22
            $Spec | Set-SigmaDataModelSpec -AllowRemoval
            @((Get-Live).pages[0].elements[0].columns).Count | Should -Be 2
        }

        It 'is SigmaUnrepresentedContent when the model holds what no representation shows, until -AllowUnrepresented is said' {
            $other = Get-SigmaDataModel -Name 'Empty Page' | Get-SigmaDataModelSpec
            $other.pages[0].description = 'x'
            { $other | Set-SigmaDataModelSpec -ErrorAction Stop } |
                Should -Throw -ErrorId "SigmaUnrepresentedContent,$Command" -ExpectedMessage '*Targets by hand*'
            ($other | Set-SigmaDataModelSpec -AllowUnrepresented -PassThru).Status | Should -Be 'Updated'
        }

        It 'is SigmaInvalidSpec when a reference names nothing, until -SkipValidation is said' {
            $Table.filters = @(@{ id = 'f1'; columnId = 'no such'; kind = 'list'; values = @() })
            { $Spec | Set-SigmaDataModelSpec -ErrorAction Stop } |
                Should -Throw -ErrorId "SigmaInvalidSpec,$Command" -ExpectedMessage "*filter 'f1'*"
            # Then it is the service's own words that refuse it.
            { $Spec | Set-SigmaDataModelSpec -SkipValidation -ErrorAction Stop } |
                Should -Throw -ErrorId "SigmaInvalidSpec,$Command" -ExpectedMessage '*status 400*'
        }

        It 'is a difference in layout alone, until -SendEquivalent is said' {
            $Spec.pages[0].id = 'another-page-id'
            ($Spec | Set-SigmaDataModelSpec -PassThru).Status | Should -Be 'Equivalent'
            (Get-Live).documentVersion | Should -Be $Version
            ($Spec | Set-SigmaDataModelSpec -SendEquivalent -PassThru).Status | Should -Be 'Updated'
            (Get-Live).documentVersion | Should -Be ($Version + 1)
        }

        It 'is SigmaSpecDuplicateTarget for a second, different spec of one model in a pipeline' {
            $copy = $Spec.PSObject.Copy()
            $Table.columns[0].description = 'one'
            $copy.pages[0].elements[0].columns[0].description = 'two'
            $Spec, $copy | Set-SigmaDataModelSpec -ErrorAction SilentlyContinue -ErrorVariable problems
            $problems.Count | Should -Be 1
            $problems[0].Exception.ErrorId | Should -Be 'SigmaSpecDuplicateTarget'
            (Get-Live).pages[0].elements[0].columns[0].description | Should -Be 'one'
        }

        It 'ends no pipeline: the good spec after a bad one is written' {
            $Table.columns[0].description = 'x'
            @{ schemaVersion = 1 }, $Spec | Set-SigmaDataModelSpec -ErrorAction SilentlyContinue -ErrorVariable problems
            $problems.Count | Should -Be 1
            $problems[0].Exception.ErrorId | Should -Be 'SigmaInvalidSpec'
            (Get-Live).pages[0].elements[0].columns[0].description | Should -Be 'x'
        }
    }

    Context 'What is no complete representation' {
        It 'is <Id> for <Title>' -ForEach @(
            @{ Title = 'a hashtable without pages'; Id = 'SigmaInvalidSpec'; Given = @{ Spec = @{ schemaVersion = 1 } } }
            @{ Title = 'a spec that names no model'; Id = 'SigmaInvalidId'; Given = @{ Spec = @{ schemaVersion = 1; pages = @() } } }
            @{ Title = 'text as -Spec'; Id = 'SigmaInvalidSpec'; Given = @{ Spec = 'text' } }
            @{ Title = 'empty text'; Id = 'SigmaInvalidArgument'; Given = @{ Json = '' } }
            @{ Title = 'broken JSON'; Id = 'SigmaInvalidSpec'; Given = @{ Json = '{', '  "pages": [', '  }' } }
            @{ Title = 'nothing at all'; Id = 'SigmaInvalidArgument'; Given = @{} }
        ) {
            { Set-SigmaDataModelSpec @Given -ErrorAction Stop } | Should -Throw -ErrorId "$Id,$Command"
        }

        It 'is SigmaInvalidSpec for an entry of the list, and for one table of a spec' {
            { Get-SigmaDataModel -DataModelId $PlugsOrders | Set-SigmaDataModelSpec -ErrorAction Stop } |
                Should -Throw -ErrorId "SigmaInvalidSpec,$Command"
            { $Table | Set-SigmaDataModelSpec -DataModelId $PlugsOrders -ErrorAction Stop } |
                Should -Throw -ErrorId "SigmaInvalidSpec,$Command"
        }

        It 'is told with line and column when the JSON is broken' {
            { Set-SigmaDataModelSpec -Json '{', '  "pages": [', '  }' -ErrorAction Stop } |
                Should -Throw -ExpectedMessage '*line 3, column 3*'
        }
    }

    Context 'Texts and files' {
        BeforeEach {
            $script:Edited = $Original -replace '"(latestDocumentVersion|documentVersion)":\d+',
                ('"$1":' + $Version) -replace '"Order Number"', '"Order No"'
        }

        It 'go back as one string' {
            Set-SigmaDataModelSpec -Json $Edited
            (Get-Live).pages[0].elements[0].columns[0].name | Should -Be 'Order No'
        }

        It 'go back as the lines that Get-Content gives' {
            Set-Content -LiteralPath 'TestDrive:/lines.json' -Value ($Edited -replace ',', ",`n") -Encoding UTF8
            Set-SigmaDataModelSpec -Json (Get-Content -LiteralPath 'TestDrive:/lines.json' -Encoding UTF8)
            (Get-Live).pages[0].elements[0].columns[0].name | Should -Be 'Order No'
        }

        It 'go back from a file in <_>' -ForEach 'UTF8', 'Unicode', 'BigEndianUnicode', 'ASCII' {
            Set-Content -LiteralPath 'TestDrive:/plugs.json' -Value $Edited -Encoding $_
            Set-SigmaDataModelSpec -LiteralPath 'TestDrive:/plugs.json'
            (Get-Live).pages[0].elements[0].columns[0].name | Should -Be 'Order No'
        }

        It 'go back from a path relative to the location, with wildcards and without' {
            Push-Location -LiteralPath $TestDrive
            try {
                Set-Content -LiteralPath 'plugs [1].json' -Value $Edited -Encoding UTF8
                Set-SigmaDataModelSpec -Path './plugs*.json'
                (Get-Live).pages[0].elements[0].columns[0].name | Should -Be 'Order No'
                Set-Content -LiteralPath 'plugs [1].json' -Value (
                    Get-LiveText -Sandbox $Sandbox -DataModelId $PlugsOrders
                ).Replace('"Order No"', '"Order Nr"') -Encoding UTF8
                Set-SigmaDataModelSpec -LiteralPath 'plugs [1].json'
                (Get-Live).pages[0].elements[0].columns[0].name | Should -Be 'Order Nr'
            }
            finally {
                Pop-Location
            }
        }

        It 'are SigmaFileFailed, by name, when they are not there' {
            { Set-SigmaDataModelSpec -Path 'TestDrive:/no such*.json' -ErrorAction Stop } |
                Should -Throw -ErrorId "SigmaFileFailed,$Command" -ExpectedMessage '*no such*'
            { Set-SigmaDataModelSpec -LiteralPath 'TestDrive:/no such.json' -ErrorAction Stop } |
                Should -Throw -ErrorId "SigmaFileFailed,$Command" -ExpectedMessage '*no such*'
        }

        It 'take no pipeline input beside them' {
            $Spec | Set-SigmaDataModelSpec -Json $Edited -ErrorAction SilentlyContinue -ErrorVariable problems
            $problems[0].FullyQualifiedErrorId | Should -BeLike 'InputObjectNotBound*'
            (Get-Live).documentVersion | Should -Be $Version
        }

        It 'never rename the model' {
            Set-SigmaDataModelSpec -Json $Edited.Replace('"Plugs Orders"', '"Other"')
            (Get-Live).name | Should -Be 'Plugs Orders'
        }
    }

    Context 'Around a write' {
        It 'a backup is made that is exact, has a telling name, and can be put back' {
            $before = Get-LiveText -Sandbox $Sandbox -DataModelId $PlugsOrders
            $Table.columns = $Table.columns | Where-Object name -In 'Order Number', 'Date'
            $result = $Spec | Set-SigmaDataModelSpec -AllowRemoval -BackupPath 'TestDrive:/new/backups' -PassThru
            Split-Path -Path $result.BackupFile -Leaf |
                Should -Match "^Plugs Orders\.2901pYHmWLoCy81SHAH0o3\.v$Version\.\d{8}T\d{6}Z\.json$"
            Test-Path -LiteralPath (Join-Path -Path $TestDrive -ChildPath 'new/backups') | Should -BeTrue
            [IO.File]::ReadAllText($result.BackupFile) | Should -BeExactly $before
            Set-SigmaDataModelSpec -LiteralPath $result.BackupFile -BaseDocumentVersion $result.VersionAfter -AllowRemoval
            @((Get-Live).pages[0].elements[0].columns).Count | Should -Be 22
        }

        It 'nothing is read back with -NoVerify' {
            $Table.columns[0].description = 'x'
            $result = $Spec | Set-SigmaDataModelSpec -NoVerify -PassThru
            $result.Status | Should -Be 'Updated'
            $result.VersionAfter | Should -BeNullOrEmpty
            $result.Spec | Should -BeNullOrEmpty
        }

        It 'a typed id that is not the spec''s own is a transfer that needs a base' {
            $other = (Get-SigmaDataModel -Name 'Unions*').DataModelId
            { $Spec | Set-SigmaDataModelSpec -DataModelId $other -ErrorAction Stop } | Should -Throw -ErrorId "SigmaSpecNoBase,$Command"
            $Spec | Set-SigmaDataModelSpec -DataModelId $other -IgnoreConflict -AllowRemoval
            (Get-LiveSpec -Sandbox $Sandbox -DataModelId $other).pages[0].elements[0].name | Should -Be $Table.name
            (Get-Live).documentVersion | Should -Be $Version
        }

        It 'a named session is the one that is written in' {
            $session = Get-SigmaSession
            $Table.columns[0].description = 'x'
            ($Spec | Set-SigmaDataModelSpec -Session $session -PassThru).Organization | Should -Be $session.OrganizationId
        }
    }

    Context 'Preview and questions' {
        It '-WhatIf changes nothing and gives the changes as an information record' {
            $Table.columns[0].name = 'Order No'
            $Spec | Set-SigmaDataModelSpec -WhatIf -InformationVariable records
            $plan = @($records | Where-Object { $_.Tags -contains 'SigmaPS.Plan' })
            $plan.Count | Should -Be 1
            $change = $plan[0].MessageData.Changes[0]
            $change.Change | Should -Be 'Renamed'
            $change.OldValue | Should -Be 'Order Number'
            $change.NewValue | Should -Be 'Order No'
            (Get-Live).documentVersion | Should -Be $Version
        }

        It '-WhatIf stops at no protection' {
            $Table.columns = $Table.columns | Where-Object name -In 'Order Number', 'Date'
            Publish-ColleagueEdit
            { $Spec | Set-SigmaDataModelSpec -WhatIf -ErrorAction Stop } | Should -Not -Throw
            (Get-Live).pages[0].name | Should -Be 'Theirs'
        }

        It '$WhatIfPreference is heard as well' {
            $WhatIfPreference = $true
            $Table.columns[0].name = 'Order No'
            $Spec.name = 'Other'
            $Spec | Set-SigmaDataModelSpec
            (Get-Live).documentVersion | Should -Be $Version
            (Get-Live).name | Should -Be 'Plugs Orders'
        }

        It '-Confirm:$false asks nothing, whatever $ConfirmPreference wants' {
            $ConfirmPreference = 'Low'
            $Table.columns[0].name = 'Order No'
            $Spec | Set-SigmaDataModelSpec -Confirm:$false
            (Get-Live).documentVersion | Should -Be ($Version + 1)
        }

        It 'a run that nobody watches sees the preview as text, and -Confirm ends it instead of hanging' {
            $env:SIGMA_BASE_URL = $Sandbox.BaseUrl
            $env:SIGMA_CLIENT_ID = $Sandbox.ClientId
            $env:SIGMA_CLIENT_SECRET = $Sandbox.ClientSecret
            $run = @'
param($Manifest, $Id)
Import-Module -Name $Manifest
Connect-Sigma
$spec = Get-SigmaDataModelSpec -DataModelId $Id
$table = $spec.pages[0].elements[0]
$spec | Select-SigmaSpecColumn -Element $table.name -Name 'Order Number', 'Date' | Out-Null
$spec | Set-SigmaDataModelSpec -WhatIf
try { $spec | Set-SigmaDataModelSpec -AllowRemoval -Confirm -ErrorAction Stop; 'written' } catch { "not written: $($_.FullyQualifiedErrorId)" }
'@
            try {
                $output = Invoke-Unattended -Script $run -Argument (Get-StagedManifest), $PlugsOrders | Out-String
            }
            finally {
                foreach ($name in $SigmaVariables) { [Environment]::SetEnvironmentVariable($name, $null) }
            }

            $output | Should -Match 'would be refused: needs -AllowRemoval'
            $output | Should -Match 'in all: 20 columns removed'
            $output | Should -Match 'not written: '
            (Get-Live).documentVersion | Should -Be $Version
        }
    }

    Context 'Specs from elsewhere' {
        It 'go back from ConvertTo-Json and ConvertFrom-Json' {
            $text = $Spec | ConvertTo-Json -Depth 100
            (Set-SigmaDataModelSpec -Json $text -PassThru).Status | Should -Be 'Unchanged'
            ($text | ConvertFrom-Json | Set-SigmaDataModelSpec -PassThru).Status | Should -Be 'Unchanged'
        }

        It 'go back from Export-Clixml and Import-Clixml' {
            $Spec | Export-Clixml -LiteralPath 'TestDrive:/spec.xml'
            $back = Import-Clixml -LiteralPath 'TestDrive:/spec.xml'
            ($back | Set-SigmaDataModelSpec -PassThru).Status | Should -Be 'Unchanged'
            $back.pages[0].elements[0].columns[0].name = 'Order No'
            ($back | Set-SigmaDataModelSpec -PassThru).Status | Should -Be 'Updated'
            (Get-Live).pages[0].elements[0].columns[0].name | Should -Be 'Order No'
        }

        It 'go back from Select-Object of the root' {
            (
                $Spec | Select-Object -Property dataModelId, latestDocumentVersion, schemaVersion, pages | Set-SigmaDataModelSpec -PassThru
            ).Status | Should -Be 'Unchanged'
        }

        It 'go back from a hashtable with a custom object inside' {
            $built = @{
                schemaVersion = 1
                dataModelId = $PlugsOrders
                pages = @([pscustomobject]@{ id = 'p'; name = 'Page'; elements = @() })
            }
            ($built | Set-SigmaDataModelSpec -BaseDocumentVersion $Version -AllowRemoval -PassThru).Status | Should -Be 'Updated'
            @((Get-Live).pages).Count | Should -Be 1
            (Get-Live).pages[0].name | Should -Be 'Page'
        }
    }
}
