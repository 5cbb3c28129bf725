# Another module in the session that brings other versions of every library that this module ships, before and after it.
BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox

    # Each of our libraries as it is not: the name, another version, and nothing in it but one type.
    $script:Theirs = Join-Path -Path $TestDrive -ChildPath 'Neighbour'
    $deps = Join-Path -Path (Split-Path -Path (Get-StagedManifest)) -ChildPath 'bin/Core/deps'
    $script:Names = @(
        Get-ChildItem -LiteralPath $deps -Filter *.dll | ForEach-Object { $_.BaseName } | Where-Object { $_ -ne 'SigmaPS.Core' }
    )
    $script:Prepare = @'
param($Manifest, $Address, $ClientId, $Secret, $Id, $Theirs, $Deps)
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$env:SIGMA_BASE_URL = $Address
$env:SIGMA_CLIENT_ID = $ClientId
$env:SIGMA_CLIENT_SECRET = $Secret
$names = @(Get-ChildItem -LiteralPath $Deps -Filter *.dll | ForEach-Object { $_.BaseName } | Where-Object { $_ -ne 'SigmaPS.Core' })
if (-not (Test-Path -LiteralPath $Theirs)) {
    $null = New-Item -ItemType Directory -Path $Theirs
    foreach ($name in $names) {
        # Add-Type would give the library a name of its own invention.
        $tree = [Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree]::ParseText("[assembly: System.Reflection.AssemblyVersion(`"1.2.3.4`")] namespace Neighbour { public static class Type { } }")
        $references = [Microsoft.CodeAnalysis.MetadataReference[]]@([Microsoft.CodeAnalysis.MetadataReference]::CreateFromFile([object].Assembly.Location))
        $options = [Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions]::new([Microsoft.CodeAnalysis.OutputKind]::DynamicallyLinkedLibrary)
        $library = [Microsoft.CodeAnalysis.CSharp.CSharpCompilation]::Create($name, [Microsoft.CodeAnalysis.SyntaxTree[]]@($tree), $references, $options)
        $null = [Microsoft.CodeAnalysis.FileSystemExtensions]::Emit($library, (Join-Path $Theirs "$name.dll"))
    }
    Set-Content -LiteralPath (Join-Path $Theirs 'Neighbour.psm1') -Value 'Get-ChildItem -LiteralPath $PSScriptRoot -Filter *.dll | ForEach-Object { $null = [Reflection.Assembly]::LoadFrom($_.FullName) }'
}
function Use-Neighbour { Import-Module (Join-Path $Theirs 'Neighbour.psm1') }
function Use-Ours {
    Import-Module -Name $Manifest
    Connect-Sigma
    $spec = Get-SigmaDataModelSpec $Id
    $file = Join-Path (Split-Path $Theirs) 'spec.yaml'
    Set-Content -LiteralPath $file -Value (Get-SigmaDataModelSpec $Id -AsYaml)
    $spec.pages[0].elements[0].columns[0].description = [guid]::NewGuid().ToString()
    'ours: ' + (@($spec.name, (Import-SigmaDataModelSpec $file).name, ($spec | Set-SigmaDataModelSpec -PassThru).Status, @(Get-SigmaDataModel | Get-SigmaDataModelSpec).Count) -join ', ')
}
'@
    # Two libraries load late, at the first retry and after two minutes: the report asks the module's own load context for them.
    $script:Report = @'

$context = [Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -eq 'SigmaPS'
foreach ($late in 'Polly.Core', 'Microsoft.Extensions.Http') { $null = $context.LoadFromAssemblyName($late) }
$loaded = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -in $names -and -not $_.IsDynamic }
'theirs: ' + @($loaded | Where-Object { $_.GetName().Version -eq '1.2.3.4' }).Count
'deps: ' + (@($loaded | Where-Object { $_.Location -like "$Deps*" } | ForEach-Object { $_.GetName().Name } | Where-Object { $_ -in 'Newtonsoft.Json', 'Polly.Core', 'YamlDotNet', 'Microsoft.Extensions.Http' } | Sort-Object) -join ', ')
'@

    function Invoke-Beside {
        param([string] $Order)
        $deps = Join-Path -Path (Split-Path -Path (Get-StagedManifest)) -ChildPath 'bin/Core/deps'
        Invoke-Unattended -Script ($Prepare + "`n" + $Order + $Report) -Argument (Get-StagedManifest), $Sandbox.BaseUrl, $Sandbox.ClientId,
            $Sandbox.ClientSecret, $PlugsOrders, $Theirs, $deps
    }
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'A neighbor with other versions of our libraries' {
    It 'changes nothing when it comes <Order>' -ForEach @(
        @{ Order = 'before'; Script = 'Use-Neighbour; Use-Ours'; Times = 1 }
        @{ Order = 'after'; Script = 'Use-Ours; Use-Neighbour; Use-Ours'; Times = 2 }
    ) {
        if ($PSVersionTable.PSEdition -ne 'Core') {
            Set-ItResult -Skipped -Because 'Windows PowerShell has one place for all libraries of a process; see the README'
            return
        }

        $lines = @(Invoke-Beside -Order $Script)
        $ours = @($lines -like 'ours: *')
        $ours | Should -Match '^ours: Plugs Orders, Plugs Orders, Updated, 1\d$' -Because ($lines -join "`n")
        @($ours).Count | Should -Be $Times
        # What PowerShell itself ships, Newtonsoft.Json, is taken from there by whoever loads it the neighbour's way.
        $lines -like 'theirs: *' | Should -Be "theirs: $($Names.Count - 1)" -Because ($lines -join "`n")
        $lines -like 'deps: *' | Should -Be 'deps: Microsoft.Extensions.Http, Newtonsoft.Json, Polly.Core, YamlDotNet'
    }
}
