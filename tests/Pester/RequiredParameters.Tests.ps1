# Each parameter that a command requires is required in its help, and no other one. The module has no mandatory parameters, because
# PowerShell asks for those: the command itself reports what is missing. So this test finds out by leaving them out, one by one.

BeforeDiscovery {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule

    # Disconnect-Sigma ends the session of the test; Show-SigmaDataModel opens a browser.
    $script:Commands = @((Get-Command -Module SigmaPS).Name | Where-Object { $_ -notin 'Disconnect-Sigma', 'Show-SigmaDataModel' })
}

BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    $env:SIGMA_BASE_URL = $Sandbox.BaseUrl
    Connect-Sandbox -Sandbox $Sandbox
    $script:Json = Get-SigmaDataModelSpec -DataModelId $PlugsOrders -AsJson
    $script:Spec = Get-SigmaDataModelSpec -DataModelId $PlugsOrders
    $script:File = Join-Path -Path $TestDrive -ChildPath 'a.json'
    Set-Content -LiteralPath $File -Value $Json -Encoding UTF8
    Push-Location -LiteralPath $TestDrive
    # One of several parameters or variables is enough here, so none of them is required. A comparison without changes gives no input.
    $script:Choices = 'Connect-Sigma', 'Compare-SigmaDataModelSpec', 'Get-SigmaChange', 'Set-SigmaDataModel', 'Set-SigmaSpecSource',
    'ConvertTo-SigmaMarkdown'
    $script:Missing = '^(No .*given|-\w+ is missing|-Path is empty|-ClientId and -ClientSecret must be used together)'

    function Get-Argument {
        param($Parameter)

        switch -Regex ($Parameter.Name) {
            '^(DataModelId|DataModel|Id|InputObject)$' { return $PlugsOrders }
            'Spec$' { return $Spec }
            '^Json$' { return $Json }
            '^(Path|LiteralPath|ReferencePath|DifferencePath|RunFile)$' { return $File }
        }

        switch ($Parameter.ParameterType.Name) {
            'SecureString' { return ConvertTo-Secret -Text 'x' }
            'PSCredential' { return New-Object -TypeName PSCredential -ArgumentList 'x', (ConvertTo-Secret -Text 'x') }
            'SwitchParameter' { return $true }
            { $_ -in 'Int32', 'Int64', 'Nullable`1' } { return 1 }
            { $_ -in 'Object', 'Hashtable', 'IDictionary' } { return @{ a = 'b' } }
        }

        'x'
    }

    # The message about what is missing; empty if nothing is.
    function Get-MissingMessage {
        param($Command, [string[]] $Name)

        $arguments = @{}
        foreach ($each in $Name) { $arguments[$each] = Get-Argument -Parameter $Command.Parameters[$each] }
        if ($Command.Parameters.ContainsKey('WhatIf')) { $arguments.WhatIf = $true }
        $problems = @()
        try {
            $null = & $Command.Name @arguments -ErrorAction SilentlyContinue -ErrorVariable problems -WarningAction SilentlyContinue 6>$null
        }
        catch { $problems = @($_) + $problems }
        $messages = $problems | Where-Object { $_ -is [Management.Automation.ErrorRecord] } | ForEach-Object { $_.Exception.Message }
        [string] ($messages | Where-Object { $_ -match $Missing } | Select-Object -First 1)
    }
}

AfterAll {
    Pop-Location
    $env:SIGMA_BASE_URL = $null
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'The required parameters of <_>' -ForEach $Commands {
    BeforeAll {
        $script:Command = Get-Command -Name $_
        Connect-Sandbox -Sandbox $Sandbox
        $script:Sets = @((Get-Help -Name $_ -Full).syntax.syntaxItem | ForEach-Object {
            , @($_.parameter | Where-Object { $_.required -eq 'true' } | ForEach-Object { $_.name })
        })
    }

    It 'are missed when they are left out' {
        foreach ($set in $Sets) {
            foreach ($name in $set) {
                Get-MissingMessage -Command $Command -Name @($set | Where-Object { $_ -ne $name }) |
                    Should -Not -BeNullOrEmpty -Because "-$name"
            }
        }
    }

    It 'are all that must be given' {
        if ($Command.Name -in $Choices) { return }
        foreach ($set in $Sets) { Get-MissingMessage -Command $Command -Name $set | Should -BeNullOrEmpty -Because "$set" }
    }

    It 'are not mandatory, so that nothing asks for them' {
        @($Command.ParameterSets.Parameters | Where-Object { $_.IsMandatory }) | Should -BeNullOrEmpty
    }
}
