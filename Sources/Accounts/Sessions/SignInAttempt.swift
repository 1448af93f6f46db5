/// What somebody sends to sign in.
package struct SignInAttempt: Sendable {
    package let login: String
    package let password: String
    /// The one-time code; nil when none was typed.
    package let code: String?
    /// The address of the machine.
    package let source: String
    /// What the browser says it is.
    package let agent: String

    package init(login: String, password: String, code: String?, source: String, agent: String) {
        self.login = login
        self.password = password
        self.code = code
        self.source = source
        self.agent = agent
    }
}
