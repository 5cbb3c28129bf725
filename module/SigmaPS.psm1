# PowerShell compiles each construct of this file at each import, and a condition costs more than a file. So two types choose the script.
# A name is empty where the process does not have the type. .NET 8, which PowerShell 7.4 brings, has the first one. The second one is ours.
# Without the first line, a script that is missing or not allowed would leave a module without commands.
$ErrorActionPreference = 'Stop'
$runtime = 'System.IUtf8SpanFormattable' -as [type]
$loaded = 'SigmaPS.SpecNode' -as [type]
. "$PSScriptRoot/bin/$PSEdition/Import$runtime$loaded.ps1"
