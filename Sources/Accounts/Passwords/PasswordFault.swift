/// Why a password is not accepted.
package enum PasswordFault: Hashable, Sendable {
    /// Fewer characters than this.
    case tooShort(Int)
    /// More characters than this.
    case tooLong(Int)
    /// Fewer kinds of characters than this.
    case tooPlain(Int)
    /// The login stands in it.
    case containsLogin
    /// It was one of so many last ones.
    case usedBefore(Int)
    /// Both fields of a new one differ.
    case differs
    /// It begins or ends with white space or holds control characters, which people do not see when they type it again.
    case invisible
}
