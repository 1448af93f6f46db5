/// The person of a provider that an account is linked with.
package struct OpenIDLink: Hashable, Sendable {
    package let issuer: String
    package let subject: String
}
