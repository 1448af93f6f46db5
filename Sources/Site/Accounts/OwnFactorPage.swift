import Accounts
import Storage

/// Where somebody sets up one-time codes.
package struct OwnFactorPage: Sendable {
    package let frame: PageFrame
    package let action: String
    package let token: String
    /// In hexadecimal digits, to come back with the form.
    package let seed: String
    /// As it is typed into the app, in groups of four.
    package let seedText: String
    package let stateText: String
    /// Why it must be set up now; nil when it need not.
    package let duty: String?
    /// Why it was refused; nil at first.
    package let error: String?
}

extension OwnFactorPage {
    /// - Parameter seed: a fresh one, or the one that was shown before.
    init(_ visitor: SignedIn, seed: [UInt8], hasFactor: Bool, error: String? = nil, in context: PageContext) {
        let letters = Array(OneTimeCode.base32(seed))
        let groups = stride(from: 0, to: letters.count, by: 4).map {
            String(letters[$0..<min($0 + 4, letters.count)])
        }
        self.init(
            frame: PageFrame(
                "动态口令", in: context, at: nil, path: [Breadcrumb(label: "我的账户", href: SiteURL.own.path)]),
            action: SiteURL.ownFactor.path, token: context.services.formToken.text,
            seed: Hexadecimal.text(seed),
            seedText: groups.joined(separator: " "),
            stateText: hasFactor ? "已启用。按下面的步骤可换用新的验证器，旧的随即失效。" : "尚未启用。启用后，登录时除口令外还要填写验证器上的六位数字。",
            duty: visitor.duty == .setUpFactor
                ? (hasFactor ? "您的岗位要求用动态口令登录，请退出后带动态口令重新登录，或在此换用新的验证器。" : "您的岗位要求启用动态口令，请先启用。") : nil,
            error: error)
    }

    /// The seed that came back with a form; nil when it is none.
    static func seed(_ text: String?) -> [UInt8]? {
        guard let text, text.utf8.count == OneTimeCode.seedLength * 2 else { return nil }
        let digits = Array(text)
        let bytes = stride(from: 0, to: digits.count, by: 2).map { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
        return bytes.contains(nil) ? nil : bytes.compactMap(\.self)
    }
}
