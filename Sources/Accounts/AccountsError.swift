/// Why something about people or accounts was not done.
package struct AccountsError: Error, Hashable, Sendable {
    package enum Code: String, Sendable {
        /// The memory that a password hash needs was not to be had.
        case noMemory
        /// A kept secret cannot be opened: `detail` is the id of the key that sealed it.
        case wrongKey
        /// No account of this login.
        case unknownAccount
        /// A person, unit or role that does not exist.
        case unknownPerson, unknownUnit, unknownRole
        /// The login is taken.
        case takenLogin
        /// A person of a provider is linked with another account; `detail` is its login.
        case takenLink
        /// Roles that one person may not hold together; `detail` names them.
        case rolesApart
        /// What was given breaks a rule of the field named in `detail`.
        case invalidLogin, invalidName, invalidCertificate, invalidScope, invalidPeriod
        /// Nobody stands in for themselves.
        case ownSubstitute
        /// Who shall stand in has no account that is open.
        case substituteWithoutAccount
        /// Who shall stand in is away on some of the days themselves; `detail` is their leave.
        case substituteAway
        /// The person is away on some of the days already; `detail` is that leave.
        case overlappingLeave
        /// The person stands in for somebody on some of the days; `detail` is that leave.
        case standsIn
        /// Somebody wants to act for an account whose owner is not away, or for whom another one stands in; `detail` is its login.
        case notSubstitute
        /// Login or password, or code, is not right; nothing says which.
        case refused
        /// The password is right and a one-time code is asked for.
        case codeNeeded
        /// Too many wrong tries; `detail` is the moment (seconds since 1970-01-01T00:00:00Z) from which it can be tried again.
        case locked
        /// Somebody wanted what their posts do not allow; counted, never thrown.
        case notPermitted
        /// Too many people sign in at this moment.
        case busy
        /// It is tried too often; `detail` is after how many seconds it can be tried again.
        case tooMany
        /// A program came with a token that nobody has; counted, never thrown.
        case unknownToken
        /// The account may not sign in any more.
        case disabled
        /// The last account that can manage accounts would lose that.
        case lastManager
        /// The first account must be one that can manage accounts.
        case firstManager
    }

    package let code: Code
    package let detail: String

    package init(_ code: Code, detail: String = "") {
        self.code = code
        self.detail = detail
    }
}
