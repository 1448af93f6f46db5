/// The form for a proof bundle with raw data as it was posted, or as it stands there before.
struct ProofAttempt: Sendable {
    /// What it is for and who receives it.
    var reason = ""
    /// Why it was refused; nil before it was tried.
    var error: String?
}
