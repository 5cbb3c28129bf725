BeforeAll {
    . "$PSScriptRoot/plugs-orders.ps1"
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Set-SigmaDataModelSpec' {
    BeforeEach {
        Restore-LiveModel
    }

    Context 'Reasons to refuse a write' {
        It 'is SigmaSpecConflict when a colleague was faster, until -IgnoreConflict is given' {
            $Table.columns[0].description = 'mine'
            Publish-ColleagueEdit
            $message = "*based on version $Version;*version $($Version + 1)*Theirs*"
            { $Spec | Set-SigmaDataModelSpec -ErrorAction Stop } |
                Should -Throw -ErrorId "SigmaSpecConflict,$Command" -ExpectedMessage $message
            (Get-Live).pages[0].name | Should -Be 'Theirs'
            $Spec | Set-SigmaDataModelSpec -IgnoreConflict
            (Get-Live).pages[0].name | Should -Be 'Page 1'
        }

        It 'is SigmaSpecNoBase when the base version of the spec is unknown' {
            $bare = $Original -replace '"(latestDocumentVersion|documentVersion)":\d+,', '' -replace '"Order Number"', '"Order No"'
            { Set-SigmaDataModelSpec -Json $bare -ErrorAction Stop } |
                Should -Throw -ErrorId "SigmaSpecNoBase,$Command" -ExpectedMessage "*version $Version*"
            { Set-SigmaDataModelSpec -Json $bare -BaseDocumentVersion ($Version - 1) -ErrorAction Stop } |
                Should -Throw -ErrorId "SigmaSpecConflict,$Command"
            Set-SigmaDataModelSpec -Json $bare -BaseDocumentVersion $Version
            (Get-Live).pages[0].elements[0].columns[0].name | Should -Be 'Order No'
        }

        It 'is SigmaRemovalNotAllowed when items would be removed, until -AllowRemoval is given' {
            $Table.columns = $Table.columns | Where-Object name -In 'Order Number', 'Date'
            { $Spec | Set-SigmaDataModelSpec -ErrorAction Stop } |
                Should -Throw -ErrorId "SigmaRemovalNotAllowed,$Command" -ExpectedMessage '*20 columns*-AllowRemoval*'
            @((Get-Live).pages[0].elements[0].columns).Count | Should -Be 22
            $Spec | Set-SigmaDataModelSpec -AllowRemoval
            @((Get-Live).pages[0].elements[0].columns).Count | Should -Be 2
        }

        It 'is SigmaUnrepresentedContent when a spec cannot represent an element, until -AllowUnrepresented is given' {
            $other = Get-SigmaDataModel -Name 'Empty Page' | Get-SigmaDataModelSpec
            $other.pages[0].description = 'x'
            { $other | Set-SigmaDataModelSpec -ErrorAction Stop } |
                Should -Throw -ErrorId "SigmaUnrepresentedContent,$Command" -ExpectedMessage '*Targets by hand*'
            ($other | Set-SigmaDataModelSpec -AllowUnrepresented -PassThru).Status | Should -Be 'Updated'
        }

        It 'is SigmaInvalidSpec when a reference does not resolve, unless -SkipValidation is given' {
            $Table.filters = @(@{ id = 'f1'; columnId = 'no such'; kind = 'list'; values = @() })
            { $Spec | Set-SigmaDataModelSpec -ErrorAction Stop } |
                Should -Throw -ErrorId "SigmaInvalidSpec,$Command" -ExpectedMessage "*filter 'f1'*"
            # Then it is the service's own words that refuse it.
            { $Spec | Set-SigmaDataModelSpec -SkipValidation -ErrorAction Stop } |
                Should -Throw -ErrorId "SigmaInvalidSpec,$Command" -ExpectedMessage '*status 400*'
        }

        It 'is a difference in layout alone, until -SendEquivalent is given' {
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

    Context 'An incomplete spec' {
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

        It 'reports line and column when the JSON is broken' {
            { Set-SigmaDataModelSpec -Json '{', '  "pages": [', '  }' -ErrorAction Stop } |
                Should -Throw -ExpectedMessage '*line 3, column 3*'
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

        It '-Confirm:$false does not prompt with any $ConfirmPreference' {
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
}
