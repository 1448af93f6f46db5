/// That a key has signed a note, checked.
public struct NoteProof: Sendable, Hashable {
    /// Who signed.
    public let name: KeyName
    /// When, in seconds since 1970-01-01T00:00:00Z, by the clock of whoever signed; only cosignatures say so.
    public let timeSeconds: Int64?
}
