import Accounts
import Hummingbird
import Records

/// The own account of whoever is signed in.
struct OwnAccountRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        addAccount(to: router)
        addTokens(to: router)
        addPassword(to: router)
        addFactor(to: router)
        addActing(to: router)
    }

    private func addActing(to router: Router<SiteContext>) {
        let shell = shell
        router.post(.ownActing) { request, context in
            let (desk, visitor) = try Self.present(shell)
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            do {
                try await desk.act(for: fields.first("login"), visitor)
                return .redirect(to: SiteURL.own.path)
            } catch let error as AccountsError {
                return try await Self.page(shell, error: error.message + "。")
            }
        }
    }

    private func addAccount(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.own) { _, _ in
            try await Self.page(shell)
        }
        router.get(.mine) { _, _ in
            let (_, visitor) = try Self.present(shell)
            return try await shell.page(.mine) { try MinePage(visitor, in: $0) }
        }
        router.post(.ownSession) { request, context in
            let (desk, visitor) = try Self.present(shell)
            _ = try await FormFields(posted: request, in: context, by: shell.services)
            let id = try context.segment("session")
            let login = visitor.account.login
            guard try await desk.sessions(of: login).contains(where: { $0.id == id }) else {
                throw SiteError(.unknownObject, subject: "登录", detail: id)
            }
            try await desk.end(id, of: login, by: visitor.ownActor)
            return .redirect(to: SiteURL.own.path)
        }
    }

    private func addTokens(to router: Router<SiteContext>) {
        let shell = shell
        router.post(.ownTokens) { request, context in
            let (desk, visitor) = try Self.present(shell)
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            do {
                let token = try await desk.issueToken(
                    to: visitor, title: fields.first("title") ?? "",
                    rights: Set(fields.all("right").map(Permission.init(rawValue:))),
                    days: fields.first("days").flatMap { Int($0) } ?? 0)
                return try await Self.page(shell, issued: token)
            } catch let error as AccountsError {
                let message = error.code == .unknownRole ? "至少选择一项权限。" : error.message + "。"
                return try await Self.page(shell, error: message)
            }
        }
        router.post(.ownToken) { request, context in
            let (desk, visitor) = try Self.present(shell)
            _ = try await FormFields(posted: request, in: context, by: shell.services)
            let id = try context.segment("token")
            let login = visitor.account.login
            guard try await desk.tokens(of: login).contains(where: { $0.id == id }) else {
                throw SiteError(.unknownObject, subject: "令牌", detail: id)
            }
            try await desk.revokeToken(id, of: login, by: visitor.ownActor)
            return .redirect(to: SiteURL.own.path)
        }
    }

    private func addPassword(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.ownPassword) { _, _ in
            let (_, visitor) = try Self.present(shell)
            return try await shell.page(.ownPassword) { try OwnPasswordPage(visitor, in: $0) }
        }
        router.post(.ownPassword) { request, context in
            let (desk, visitor) = try Self.present(shell)
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            let new = fields.all("new").first ?? ""
            let error = try await Self.refusal {
                if fields.all("again").first != new { return .differs }
                return try await desk.changePassword(
                    of: visitor, from: fields.all("present").first ?? "", to: new)
            }
            guard let error else { return .redirect(to: SiteURL.own.path) }
            return try await shell.page(.ownPassword, status: .unprocessableContent) {
                try OwnPasswordPage(visitor, error: error, in: $0)
            }
        }
    }

    private func addFactor(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.ownFactor) { _, _ in
            let (desk, visitor) = try Self.present(shell)
            let hasFactor = try await desk.hasFactor(visitor.account.login)
            return try await shell.page(.ownFactor) {
                OwnFactorPage(visitor, seed: OneTimeCode.seed(), hasFactor: hasFactor, in: $0)
            }
        }
        router.post(.ownFactor) { request, context in
            let (desk, visitor) = try Self.present(shell)
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            guard let seed = OwnFactorPage.seed(fields.first("seed")) else {
                throw SiteError(.badParameter, subject: "密钥")
            }
            let hasFactor = try await desk.hasFactor(visitor.account.login)
            do {
                try await desk.setUpFactor(of: visitor, seed: seed, code: fields.first("code") ?? "")
                return .redirect(to: SiteURL.own.path)
            } catch let error as AccountsError where error.code == .refused {
                return try await shell.page(.ownFactor, status: .unprocessableContent) {
                    OwnFactorPage(
                        visitor, seed: seed, hasFactor: hasFactor,
                        error: "六位数字不对。请核对手机时间是否自动校准，等数字变化后再填一次。", in: $0)
                }
            }
        }
    }

    private static func page(
        _ shell: SiteShell, issued: String? = nil, error: String? = nil
    ) async throws -> Response {
        let (desk, visitor) = try present(shell)
        let login = visitor.account.login
        let representable = try await desk.representable(by: visitor.person.id)
        let sessions = try await desk.sessions(of: login)
        let tokens = try await desk.tokens(of: login)
        let hasFactor = try await desk.hasFactor(login)
        return try await shell.page(.ownAccount, status: error == nil ? .ok : .unprocessableContent) {
            try OwnAccountPage(
                visitor, representable: representable, sessions: sessions, tokens: tokens, hasFactor: hasFactor,
                issued: issued, error: error, in: $0)
        }
    }

    /// Whoever is signed in, and no program.
    private static func present(_ shell: SiteShell) throws -> (SignInDesk, SignedIn) {
        guard let desk = shell.services.desk, case .signedIn(let visitor) = Visitor.current else {
            throw SiteError(.notFound)
        }
        return (desk, visitor)
    }

    /// Why a new password was not taken; nil when it was.
    private static func refusal(_ change: () async throws -> PasswordFault?) async throws -> String? {
        do {
            return try await change().map { $0.message + "。" }
        } catch let error as AccountsError where error.code == .refused {
            return "现用口令不对，口令没有改动。"
        } catch let error as AccountsError where error.code == .locked || error.code == .busy {
            return error.message + "。"
        }
    }
}
