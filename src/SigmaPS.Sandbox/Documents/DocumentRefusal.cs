namespace SigmaPS.Sandbox;

/// <summary>
/// Why a document's contents cannot be read: 403, 404, 409 inode_archived, 400 unable_to_produce_query (sigma-workbooks.md section 6).
/// </summary>
internal sealed record DocumentRefusal(int Status, string Code, string Message);
