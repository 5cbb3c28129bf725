# A process can load one copy of an assembly. PowerShell 7 rejects a second one with another reason, 5.1 runs the first one in its name.
# Constrained Language Mode allows no method call and no cmdlet of another module need be there, hence operators and plain strings.
$first = $loaded.Assembly.Location -replace '[\\/]SigmaPS\.dll$'
if (($first -replace '\\', '/') -ne ($PSScriptRoot -replace '\\', '/')) {
    $folder = '[\\/]bin[\\/]\w+$'
    throw ("SigmaPS in '$($PSScriptRoot -replace $folder)' was not imported: this process has already loaded SigmaPS from " +
        "'$($first -replace $folder)'. Start a new PowerShell process and import one copy only.")
}
. "$PSScriptRoot/Import$runtime.ps1"
