BeforeDiscovery {
    . "$PSScriptRoot/common.ps1"
    $names = (Import-PowerShellDataFile -LiteralPath (Get-StagedManifest)).CmdletsToExport
    $script:Cmdlets = foreach ($name in $names) { @{ Name = $name } }
    $docs = Join-Path -Path $Repository -ChildPath 'docs'
    $script:Topics = foreach ($file in Get-ChildItem -Path $docs -Filter 'about_*.md') { @{ Topic = $file.BaseName } }
}

BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule

    # A command of an example that is another product's, which need not be here.
    Set-Item -Path 'function:Get-Secret' -Value { param([string] $Name) $Name }
}

Describe '<Name>' -ForEach $Cmdlets {
    BeforeAll {
        $script:Help = Get-Help -Name $Name -Full
        $script:Command = Get-Command -Name $Name
        $script:Parameters = @($Command.Parameters.Values |
                Where-Object { $_.Name -notin [System.Management.Automation.PSCmdlet]::CommonParameters } |
                Where-Object { -not @($_.Attributes | Where-Object { $_ -is [Parameter] -and $_.DontShow }) } |
                ForEach-Object { $_.Name })
    }

    It 'has an approved verb' {
        (Get-Verb).Verb | Should -Contain $Command.Verb
    }

    It 'describes its output' {
        $Command.OutputType | Should -Not -BeNullOrEmpty
    }

    It 'has no parameter that must be asked for' {
        $Command.ParameterSets.Parameters | Where-Object -Property IsMandatory | Should -BeNullOrEmpty
    }

    It 'has help with a synopsis and a description of its own' {
        $Help.Synopsis | Should -BeLike '*.'
        $Help.Synopsis | Should -Not -BeLike "*$Name*"
        ($Help.description | Out-String).Trim().Length | Should -BeGreaterThan 100
    }

    It 'has help for each parameter that it shows and for no other' {
        @($Help.parameters.parameter.name) | Sort-Object | Should -Be ($Parameters | Sort-Object)
        foreach ($parameter in $Parameters) {
            $text = (Get-Help -Name $Name -Parameter $parameter).description | Out-String
            $text.Trim() | Should -BeLike '*.' -Because "-$parameter is described in sentences"
        }
    }

    It 'has a line of syntax for each parameter set' {
        @($Help.syntax.syntaxItem).Count | Should -Be $Command.ParameterSets.Count
    }

    It 'has two examples or more, whose commands and parameters there are' {
        $examples = @($Help.examples.example)
        $examples.Count | Should -BeGreaterOrEqual 2
        foreach ($example in $examples) {
            ($example.introduction | Out-String).Trim() | Should -Not -BeNullOrEmpty
            $example.introduction[-1].Text | Should -Match '\n\n$' -Because 'Get-Help writes the code directly behind it'
            $errors = $null
            $tree = [System.Management.Automation.Language.Parser]::ParseInput($example.code, [ref]$null, [ref]$errors)
            $errors | Should -BeNullOrEmpty
            $calls = $tree.FindAll({ param($node) $node -is [System.Management.Automation.Language.CommandAst] }, $true)
            @($calls).Count | Should -BeGreaterThan 0
            foreach ($call in $calls) {
                $called = Get-Command -Name $call.GetCommandName() -ErrorAction Stop
                foreach (
                    $given in $call.CommandElements | Where-Object { $_ -is [System.Management.Automation.Language.CommandParameterAst] }
                ) {
                    { $called.ResolveParameter($given.ParameterName) } | Should -Not -Throw -Because $given.Extent.Text
                }
            }
        }

        ($examples.code -join "`n") | Should -Match $Name
    }

    It 'has help to be read in every form' {
        Get-Help -Name $Name | Out-String | Should -Match 'SYNOPSIS'
        Get-Help -Name $Name -Examples | Out-String | Should -Match 'Example 1'
        Get-Help -Name $Name -Full | Out-String -Width 200 | Should -Match '-\w+'
        Get-Help -Name $Name -Detailed | Out-String | Should -Match 'PARAMETERS'
    }

    It 'points only to help that is there' {
        $links = @($Help.relatedLinks.navigationLink | ForEach-Object { $_.linkText } | Where-Object { $_ })
        $links.Count | Should -BeGreaterThan 0
        foreach ($link in $links) { Get-Help -Name $link -ErrorAction Stop | Should -Not -BeNullOrEmpty -Because $link }
    }
}

Describe '<Topic>' -ForEach $Topics {
    It 'is found by Get-Help, with a short and a long description' {
        $text = Get-Help -Name $Topic -ErrorAction Stop | Out-String
        $text | Should -Match "(?m)^TOPIC\s+$Topic"
        $text | Should -Match '(?m)^SHORT DESCRIPTION'
        $text | Should -Match '(?m)^LONG DESCRIPTION'
    }

    It 'is folded for a console, but for lines of code' {
        $prose = (Get-Help -Name $Topic -ErrorAction Stop | Out-String) -split '\r?\n' -notmatch '^ {5}'
        ($prose | Measure-Object -Property Length -Maximum).Maximum | Should -BeLessOrEqual 80
    }
}
