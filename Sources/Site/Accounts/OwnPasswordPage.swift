import Accounts

/// Where somebody changes the own password.
package struct OwnPasswordPage: Sendable {
    package let frame: PageFrame
    package let action: String
    package let token: String
    package let login: String
    /// What a new one must be.
    package let policyText: String
    /// Why it must be changed now; nil when it need not.
    package let duty: String?
    /// Why it was refused; nil at first.
    package let error: String?
}

extension OwnPasswordPage {
    init(_ visitor: SignedIn, error: String? = nil, in context: PageContext) throws {
        let policy = try AccountRules(context.catalog, on: context.today).signIn.password
        self.init(
            frame: PageFrame(
                "修改口令", in: context, at: nil, path: [Breadcrumb(label: "我的账户", href: SiteURL.own.path)]),
            action: SiteURL.ownPassword.path, token: context.services.formToken.text, login: visitor.account.login,
            policyText: "至少 \(policy.shortest) 位，含大写、小写、数字、符号中 \(policy.classes) 种",
            duty: visitor.duty == .changePassword ? "口令是一次性的，或已超过 \(policy.days) 天，请先修改。" : nil, error: error)
    }
}
