/// How people sign in: a rule of the catalog (`Catalog/accounts/sign-in.yaml`, GB/T 22239-2019, 8.1.4.1).
package struct SignInRules: Hashable, Sendable {
    package let password: PasswordPolicy
    package let cost: PasswordCost
    /// Wrong tries in a row after which an account is locked.
    package let accountFailures: Int
    /// The same for a source, behind which many people may stand.
    package let sourceFailures: Int
    package let lockSeconds: Int64
    /// A session that is not used for so long is over.
    package let idleSeconds: Int64
    /// A session is over after this, used or not.
    package let longestSeconds: Int64
}
