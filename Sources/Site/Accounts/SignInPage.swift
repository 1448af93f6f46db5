import Accounts

/// Where people sign in.
package struct SignInPage: Sendable {
    package let frame: PageFrame
    package let action: String
    /// Where to go then.
    package let next: String
    /// As it was typed; the password is not given back.
    package let login: String
    /// Why it was refused and how to mend it; nil at first.
    package let error: String?
    /// What happened before, e.g. that one has signed out; nil for nothing.
    package let remark: String?
    /// The way through another system; nil where the bureau has none.
    package let openID: TextLink?
}

extension SignInPage {
    init(next: String, login: String = "", error: String? = nil, remark: String? = nil, in context: PageContext) {
        self.init(
            frame: PageFrame("登录", in: context, at: nil), action: SiteURL.signIn().path, next: next, login: login,
            error: error, remark: remark,
            openID: context.services.openID.map {
                TextLink(label: "用\($0.settings.title)登录", href: SiteURL.openID(next: next.isEmpty ? nil : next).path)
            })
    }
}
