import Accounts
import Records
import Standards

/// The own account: posts, certificates, where one is signed in.
package struct OwnAccountPage: Sendable {
    package let frame: PageFrame
    /// Unit and post.
    package let sub: String
    package let facts: [LabelledText]
    package let passwordHref: String
    package let factorHref: String
    /// 启用动态口令 or 更换验证器.
    package let factorText: String
    package let acting: [Acting]
    package let actingAction: String
    /// For whom is acted now; nil in the own name.
    package let actingNow: String?
    package let sessions: [Row]
    package let tokens: [Token]
    /// The rights that a token may get.
    package let rights: [ReviewForm.Choice]
    package let tokenAction: String
    package let token: String
    /// A token that was issued a moment ago, shown once; nil otherwise.
    package let issued: String?
    /// Why the last one was refused; nil for none.
    package let error: String?

    /// Somebody who is away, for whom one may act.
    package struct Acting: Sendable {
        package let login: String
        package let name: String
        package let roles: String
        package let untilText: String
    }

    /// A token of a program.
    package struct Token: Sendable {
        package let title: String
        package let rights: String
        package let untilText: String
        package let usedText: String
        package let endHref: String
        package let token: String
    }

    /// A session.
    package struct Row: Sendable {
        package let openedText: String
        package let usedText: String
        package let source: String
        package let agent: String
        package let factorText: String
        package let isPresent: Bool
        package let endHref: String
        package let token: String
    }
}

extension OwnAccountPage {
    /// - Parameters:
    ///   - representable: who is away and may be stood in for.
    ///   - sessions: the open ones of the account.
    ///   - issued: a token that was issued a moment ago.
    init(
        _ visitor: SignedIn, representable: [Represented], sessions: [Session], tokens: [AccessToken], hasFactor: Bool,
        issued: String? = nil,
        error: String? = nil, in context: PageContext
    ) throws {
        let unit = try AccountStore.unit(visitor.person.unit, in: context.connection)
        let title = "我的账户"
        let rules = try AccountRules(context.catalog, on: context.today)
        let roles = visitor.roles.map(\.title).joined(separator: "、")
        self.init(
            frame: PageFrame(title, in: context, at: nil),
            sub: [visitor.person.displayName, unit?.name ?? "", visitor.person.post].filter { !$0.isEmpty }
                .joined(separator: "　"),
            facts: [
                LabelledText(label: "登录名", value: visitor.account.login, href: nil),
                LabelledText(label: "岗位", value: roles.isEmpty ? "无" : roles, href: nil),
                LabelledText(
                    label: "证件",
                    value: AccountWords.certificates(visitor.person.certificates, on: context.today), href: nil),
                LabelledText(label: "动态口令", value: hasFactor ? "已启用" : "未启用", href: nil),
            ], passwordHref: SiteURL.ownPassword.path, factorHref: SiteURL.ownFactor.path,
            factorText: hasFactor ? "更换验证器" : "启用动态口令",
            acting: representable.filter { $0.login != visitor.represented?.login }.map { one in
                Acting(
                    login: one.login, name: one.name,
                    roles: one.roles.compactMap { rules.role($0)?.title }.joined(separator: "、"),
                    untilText: one.until.description)
            }, actingAction: SiteURL.ownActing.path,
            actingNow: visitor.represented.map {
                "您现在代 \($0.name)（\($0.login)）办理，至 \($0.until)。页面和权限是其岗位的，每次操作都记下您和其两个名字。"
            },
            sessions: sessions.map { session in
                Row(
                    openedText: Instant(secondsSince1970: session.opened).minuteText,
                    usedText: Instant(secondsSince1970: session.used).minuteText,
                    source: session.source.isEmpty ? "本机" : session.source,
                    agent: session.agent.isEmpty ? "—" : session.agent,
                    factorText: session.hasFactor ? "已验证" : "未验证", isPresent: session.id == visitor.session.id,
                    endHref: SiteURL.ownSession(session.id).path, token: context.services.formToken.text)
            },
            tokens: tokens.map { token in
                Token(
                    title: token.title,
                    rights: Permission.viewTitles.filter { token.rights.contains($0.right) }.map(\.title)
                        .joined(separator: "、"),
                    untilText: Instant(secondsSince1970: token.until).beijingDate.description,
                    usedText: token.used.map { Instant(secondsSince1970: $0).minuteText } ?? "未使用",
                    endHref: SiteURL.ownToken(token.id).path, token: context.services.formToken.text)
            },
            // A token is for the own posts, so none is issued while one stands in for somebody.
            rights: Permission.viewTitles.filter { visitor.represented == nil && visitor.may($0.right) }.map {
                ReviewForm.Choice(value: $0.right.rawValue, label: $0.title, isChosen: false)
            }, tokenAction: SiteURL.ownTokens.path, token: context.services.formToken.text, issued: issued, error: error
        )
    }
}
