# Runs every example of the help, and the blocks of the other pages, against a sandbox: a world of its own for each page, in which the
# examples of the page follow one another as a reader would type them. Errors stop them, strict mode is on, and questions are answered with
# yes.
BeforeDiscovery {
    . "$PSScriptRoot/common.ps1"

    # Blocks that are not run, by how they begin, and why.
    $notRun = @{
        'Unblock-File'                         = 'unpacks a download into the folder of the user''s modules'
        'Register-PSResourceRepository'        = 'registers a feed for the user'
        "`$ErrorActionPreference = 'Stop'`n`$feed = " = 'asks Azure DevOps'
    }

    # Examples whose point is an error, by their title: its id.
    $refused = @{
        'See which items need a column'                  = 'SigmaEditRefused,SigmaPS.Commands.RemoveSigmaSpecColumnCommand'
        'See what needs an element'                      = 'SigmaEditRefused,SigmaPS.Commands.RemoveSigmaSpecElementCommand'
        'Fail a nightly check on drift'                  = '1 models differ from Git.'
        'Sign in with a browser'                         = 'SigmaInvalidArgument,SigmaPS.Commands.ConnectSigmaCommand'
    }

    # What has been done before an example begins, by its title.
    $before = @{
        'errors'                                         = '$spec = Get-SigmaDataModelSpec -DataModelId $PlugsOrders'
        'Publish a saved plan in a later stage'          = '$null = New-SigmaReleasePlan ./models test -SavePath ./out/plan.json'
        'Undo a release'                                 =
            'Publish-World; $null = Rename-Item -Path (Get-Item -Path ./models/.sigma/runs/*-prod) -NewName 20260301T101500Z-prod'
        'See live changes in production'                 = 'Publish-World; Edit-World'
        'Fail a nightly check on drift'                  = 'Publish-World; Edit-World'
        'Restore a backup'                               = 'Edit-World'
        'Sign in with a browser'                         = '$env:CI = ''true'''
        'Publish a reviewed file'                        =
            'Export-SigmaDataModelSpec -DataModelId $PlugsOrders -DestinationPath ./models; Edit-File'
    }

    $read = { param($File) [IO.File]::ReadAllText($File) -replace '\r\n', "`n" }
    $blocks = {
        param($Page, $Text)
        $title = $Page
        foreach ($match in [regex]::Matches($Text, '(?ms)^### (?:Example \d+: )?(?<title>[^\n]+)$|^```powershell\n(?<code>.*?)^```')) {
            if ($match.Groups['title'].Success) { $title = $match.Groups['title'].Value; continue }
            @{ Page = $Page; Title = $title; Code = $match.Groups['code'].Value; Before = $before[$title]; Refusal = $refused[$title] }
        }
    }

    $docs = Join-Path -Path $Repository -ChildPath 'docs'
    $script:Pages = foreach ($file in Get-ChildItem -Path $docs -Filter '*-*.md') {
        $section = [regex]::Match((& $read $file.FullName), '(?ms)^## EXAMPLES\n(.*?)^## ').Groups[1].Value
        @{ Page = $file.BaseName; Examples = @(& $blocks $file.BaseName $section) }
    }

    # A page that tells a story is one example: its blocks go on from one another.
    $others = @(Get-ChildItem -Path $docs -Filter '*.md' | Where-Object { $_.Name -notlike '*-*' }) +
        @(Get-Item -Path (Join-Path -Path $Repository -ChildPath 'README.md'))
    $left = @()
    $script:Stories = foreach ($file in $others) {
        $code = @()
        foreach ($block in & $blocks $file.BaseName (& $read $file.FullName)) {
            $start = $notRun.Keys | Where-Object { $block.Code.StartsWith($_) }
            if ($start) { $left += $start } else { $code += $block.Code }
        }

        if ($code) { @{ Page = $file.BaseName; Code = $code -join "`n"; Before = $before[$file.BaseName] } }
    }

    # Every row of the three lists above belongs to something that is printed.
    $printed = @($left) + @($Pages.Examples.Title) + @($Stories.Page)
    $script:Stale = @{ Stale = @($notRun.Keys) + @($refused.Keys) + @($before.Keys) | Where-Object { $_ -notin $printed } }
}

BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Place = Get-Location
    $script:ModulePath = $env:PSModulePath
    $env:PSModulePath = (Join-Path -Path $Repository -ChildPath 'out') + [IO.Path]::PathSeparator + $env:PSModulePath

    # What a desk, a vault and a runbook give.
    foreach ($name in 'Get-Credential', 'Get-Secret', 'Get-AutomationPSCredential') {
        Set-Item -Path "function:$name" -Value { $Credential }
    }
    Set-Item -Path 'function:Set-Secret' -Value { }
    function Get-AutomationVariable { $Sandbox.BaseUrl }
    function Get-AzKeyVaultSecret { [pscustomobject]@{ SecretValue = $Credential.Password } }

    # The organisation and the folder that the examples speak of.
    function Open-World {
        $script:Sandbox = Open-Sandbox
        $secret = ConvertTo-Secret -Text $Sandbox.ClientSecret
        $script:Credential = New-Object -TypeName pscredential -ArgumentList $Sandbox.ClientId, $secret
        $script:TestCredential = $script:LiveCredential = $script:Credential
        $env:SIGMA_BASE_URL = $Sandbox.BaseUrl
        $env:SIGMA_CLIENT_ID = $Sandbox.ClientId
        $env:SIGMA_CLIENT_SECRET = $Sandbox.ClientSecret
        Connect-Sigma -ErrorAction Stop
        $env:EXPECTED_ORGANIZATION = (Get-SigmaSession).OrganizationId

        $folder = Join-Path -Path $TestDrive -ChildPath ([guid]::NewGuid())
        foreach ($name in 'main', 'branch', 'models', 'backup', 'out') {
            $null = New-Item -ItemType Directory -Path (Join-Path -Path $folder -ChildPath $name)
        }
        Set-Location -LiteralPath $folder

        Get-SigmaDataModelSpec -DataModelId $PlugsOrders -AsJson | Set-Content -LiteralPath ./main/plugs-orders.json -Encoding UTF8
        $spec = Get-SigmaDataModelSpec -DataModelId $PlugsOrders
        $null = $spec | New-SigmaDataModel -Name 'Plugs Orders (trial)'
        $spec.pages[0].elements[0].columns[0].description = 'The number on the receipt'
        $spec | ConvertTo-Json -Depth 100 | Set-Content -LiteralPath ./branch/plugs-orders.json -Encoding UTF8
        $spec | Set-SigmaDataModelSpec -BackupPath ./backup
        Rename-Item -Path (Get-Item -Path './backup/*') -NewName 'Plugs Orders.2901pYHmWLoCy81SHAH0o3.v2.20260301T101500Z.json'
        (Get-SigmaDataModelSpec -DataModelId $PlugsOrders -AsYaml) | Set-Content -LiteralPath ./branch/plugs-orders.yaml -Encoding UTF8
        Add-SigmaDataModelTag -DataModelId $PlugsOrders -Tag Production

        Get-SigmaDataModel -Name 'Plugs Orders', 'Orders Joined' | Export-SigmaDataModelSpec -DestinationPath ./models
        Get-SigmaDataModel -Name 'Sales Core' -FolderPath 'Retail/Models' | Export-SigmaDataModelSpec -DestinationPath ./models
        Get-SigmaDataModel -Name 'Custom SQL' | Export-SigmaDataModelSpec -DestinationPath ./models -Format Yaml
        Get-SigmaDataModelSpecIssue -Path ./models | Export-SigmaIssueReport -DestinationPath ./models.sarif
        $environments = @{}
        foreach ($name in 'dev', 'test', 'prod') {
            $environments[$name] = @{ organization = $env:EXPECTED_ORGANIZATION; folder = (New-SigmaFolder -Name "Released to $name").Id }
        }
        @{ environments = $environments } | ConvertTo-Json -Depth 5 | Set-Content -LiteralPath ./sigma.environments.json -Encoding UTF8
    }

    function Publish-World { $null = New-SigmaReleasePlan ./models prod | Publish-SigmaReleasePlan -Confirm:$false }

    # What somebody does by hand to the released Plugs Orders, or to the one in development where nothing is released.
    function Edit-World {
        $model = Get-SigmaDataModel -Name 'Plugs Orders' | Sort-Object -Property { $_.Path -notlike '*Released*' } | Select-Object -First 1
        $spec = $model | Get-SigmaDataModelSpec
        $spec.pages[0].elements[0].columns[1].description = 'By hand'
        $spec | Set-SigmaDataModelSpec
    }

    # What is reviewed in the file of Plugs Orders.
    function Edit-File {
        $file = Get-Item -Path './models/Plugs Orders.*'
        [IO.File]::WriteAllText(
            $file.FullName, [IO.File]::ReadAllText($file.FullName).Replace('The number on the receipt', 'The number of the order')
        )
    }

    # Addresses of Sigma give way to the sandbox's; everything else is run as it is printed.
    function Invoke-Block {
        param([string] $Code, [string] $Before)
        $address = "'" + $Sandbox.BaseUrl + "'"
        $text = $Code -replace '-Region [a-z-]+', "-BaseUrl $address" -replace "'https://api\.[^']*'", $address
        $block = [scriptblock]::Create("$Before`n$text")
        & {
            $ErrorActionPreference = 'Stop'
            $ConfirmPreference = 'None'
            Set-StrictMode -Version 3.0
            . $block
        } *>&1 | Out-String -Width 120
    }
}

AfterAll {
    Set-Location -LiteralPath $Place
    $env:PSModulePath = $ModulePath
    $env:EXPECTED_ORGANIZATION = $null
}

Describe 'The examples of <Page>' -ForEach $Pages {
    BeforeAll { Open-World }
    AfterAll { Close-Sandbox -Sandbox $Sandbox }

    It '<Page>: <Title>' -ForEach $Examples {
        if ($Refusal) {
            { Invoke-Block -Code $Code -Before $Before } | Should -Throw -ErrorId $Refusal
        }
        else {
            $null = Invoke-Block -Code $Code -Before $Before
        }
    }
}

Describe 'The blocks of <Page>' -ForEach $Stories {
    BeforeAll { Open-World }
    AfterAll { Close-Sandbox -Sandbox $Sandbox }

    It '<Page>: one after the other' {
        $null = Invoke-Block -Code $Code -Before $Before
    }
}

Describe 'The exceptions' {
    It 'are all for an example that is there' -ForEach $Stale {
        $Stale | Should -BeNullOrEmpty
    }
}
