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

Describe 'Export-SigmaDataModelSpec' {
    BeforeEach {
        $script:Folder = Join-Path -Path $TestDrive -ChildPath ([guid]::NewGuid())
    }

    It 'writes a file for each model and an index, and touches nothing the second time' {
        $first = @(Get-SigmaDataModel | Export-SigmaDataModelSpec -DestinationPath $Folder -PassThru)
        $first.Count | Should -Be @(Get-SigmaDataModel).Count
        $first.Status | Sort-Object -Unique | Should -Be 'Written'
        Join-Path -Path $Folder -ChildPath '.sigma/index.json' | Should -Exist
        $second = @(Get-SigmaDataModel | Export-SigmaDataModelSpec -DestinationPath $Folder -PassThru)
        $second.Status | Sort-Object -Unique | Should -Be 'Unchanged'
    }

    It 'writes the same with any -ThrottleLimit up to five' {
        $names = foreach ($limit in 1, 5) {
            (Get-SigmaDataModel | Export-SigmaDataModelSpec -DestinationPath "$Folder$limit" -ThrottleLimit $limit -PassThru).Name -join ','
        }

        $names[0] | Should -Be $names[1]
        { Export-SigmaDataModelSpec -DestinationPath $Folder -DataModelId $PlugsOrders -ThrottleLimit 6 } |
            Should -Throw -ExpectedMessage '*ThrottleLimit*'
    }

    It 'leaves the fields of the service out with -ContentOnly' {
        $file = Export-SigmaDataModelSpec -DataModelId $PlugsOrders -DestinationPath $Folder -ContentOnly -PassThru
        $content = Get-Content -LiteralPath $file.Path -Raw | ConvertFrom-Json
        @($content.PSObject.Properties.Name) | Should -Be 'name', 'schemaVersion', 'pages'
    }

    It 'writes YAML that comes back the same' {
        $file = Export-SigmaDataModelSpec -DataModelId $PlugsOrders -DestinationPath $Folder -Format Yaml -PassThru
        $file.Path | Should -BeLike '*.yaml'
        Get-Content -LiteralPath $file.Path -Raw | Should -Be (Get-SigmaDataModelSpec -DataModelId $PlugsOrders -AsYaml)
        (Import-SigmaDataModelSpec -LiteralPath $file.Path | Set-SigmaDataModelSpec -PassThru).Status | Should -Be 'Unchanged'
    }

    It 'writes a spec as it is in memory' {
        $spec = Get-SigmaDataModelSpec -DataModelId $PlugsOrders
        $spec.pages[0].name = 'In memory'
        $file = $spec | Export-SigmaDataModelSpec -DestinationPath $Folder -PassThru
        (Import-SigmaDataModelSpec -LiteralPath $file.Path).pages[0].name | Should -Be 'In memory'
    }

    It 'writes nothing with -WhatIf' {
        Export-SigmaDataModelSpec -DataModelId $PlugsOrders -DestinationPath $Folder -WhatIf
        $Folder | Should -Not -Exist
    }

    It 'reports both counts when one model is missing' {
        $problems = @()
        '467bc369-5db7-4963-8172-000000000000', $PlugsOrders |
            Export-SigmaDataModelSpec -DestinationPath $Folder -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[-1].Exception.Message | Should -BeLike '*1 of 2*'
    }

    It 'reports the missing folder before anything is requested' {
        { Export-SigmaDataModelSpec -DataModelId $PlugsOrders } | Should -Throw -ErrorId 'SigmaInvalidArgument*'
    }
}
