/// The head of an official document: issuer in red letters, number, red rule.
package struct Masthead: Hashable, Sendable {
    /// 发文机关标志.
    package var issuer: String
    /// 发文字号, such as 青环发〔2026〕12号.
    package var number: String?

    package init(issuer: String, number: String? = nil) {
        self.issuer = issuer
        self.number = number
    }
}
