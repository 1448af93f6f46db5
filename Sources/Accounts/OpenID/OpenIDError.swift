/// Why signing in through another system does not work.
package struct OpenIDError: Error, Hashable, Sendable {
    package enum Code: String, Sendable {
        /// A line of the settings is of another form; `detail` is its number, or the key that is missing.
        case faultySettings
        /// The provider did not answer, or not as one does; `detail` says to what.
        case unreachable
        /// What the provider says of itself breaks the rules; `detail` names what.
        case faultyProvider
        /// The token is not what was asked for; `detail` names the claim.
        case faultyToken
        /// The person or the provider said no; `detail` is its word.
        case refused
        /// The answer belongs to no try of this browser, or comes too late.
        case unknownTry
        /// No account is linked; `detail` is the subject.
        case unlinked
        /// The account has a second factor, which the provider did not ask for.
        case factorNeeded
    }

    package let code: Code
    package let detail: String

    package init(_ code: Code, detail: String = "") {
        self.code = code
        self.detail = detail
    }
}

extension OpenIDError {
    /// What happened and how to mend it, in one line.
    package var message: String {
        switch code {
        case .faultySettings:
            "统一认证的设置文件第 \(detail) 不成立。每行写成 项=值，项有 issuer、client-id、client-secret（可省）、title、address，各写一次；issuer 和 address 写成 https://主机，本机试用可写 http://127.0.0.1"
        case .unreachable: "统一认证没有正常应答（\(detail)）。请稍后再试，或用口令登录；一直如此时请系统管理员检查网络和统一认证的设置"
        case .faultyProvider: "统一认证公布的信息不合要求（\(detail)），没有使用。请系统管理员与统一认证的管理方核对"
        case .faultyToken: "统一认证给出的身份凭证没有通过核验（\(detail)），没有登录。请重试；一直如此时请系统管理员核对设置和时钟"
        case .refused: "统一认证没有同意登录（\(detail)）。请重试，或用口令登录"
        case .unknownTry: "登录已超过 10 分钟，或不是在这个浏览器里开始的。请重新登录"
        case .unlinked: "您的统一认证身份还没有关联本系统的账户，没有登录。请把编号 \(detail) 告诉本局安全管理员，由他在“人员与账户”中关联"
        case .factorNeeded: "这个账户启用了动态口令，而统一认证没有要求第二种验证。请用口令和动态口令登录，或在统一认证中启用多因素认证"
        }
    }
}
