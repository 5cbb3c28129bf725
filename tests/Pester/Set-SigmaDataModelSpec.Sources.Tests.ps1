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
