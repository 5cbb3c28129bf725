# The assembly of PowerShell 7 is made for .NET 8. Without this, the reason would be a missing System.Runtime.
throw ("SigmaPS was not imported: it needs PowerShell 7.4 or later, and this is $($PSVersionTable.PSVersion). " +
    'Start pwsh of 7.4 or later, or Windows PowerShell 5.1.')
