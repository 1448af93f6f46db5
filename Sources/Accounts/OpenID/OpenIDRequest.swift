/// A question to the provider.
package struct OpenIDRequest: Sendable {
    package let url: String
    /// The body of a POST as it is sent (application/x-www-form-urlencoded); nil for GET.
    package let form: String?
    /// The header of that name; nil for none.
    package let authorization: String?
}
