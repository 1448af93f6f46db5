/// How a command ended that did its work.
struct ExitStatus: Error {
    let code: Int32
    /// Rows were refused or something was found.
    static let findings = ExitStatus(code: 1)
}
