package import Accounts
package import Catalog
import Foundation
import Ledger
package import Records

/// People for tests: passwords that cost little, and one account for each post.
package enum TestAccounts {
    /// The bundled rules with a cheap password hash.
    package static let catalog: RuleCatalog = {
        do {
            let bundled = try RuleCatalog.load(overlay: nil)
            let files = bundled.sourceFiles.map { file in
                file.path != "accounts/sign-in.yaml"
                    ? file
                    : RuleSourceFile(
                        path: file.path, isOverlay: file.isOverlay,
                        text: file.text.replacing("passes: 3", with: "passes: 1").replacing(
                            "mebibytes: 64", with: "mebibytes: 8"))
            }
            return try RuleCatalog.load(files)
        } catch {
            fatalError("the bundled rules do not load: \(error)")
        }
    }()

    package static let manager = Actor(
        id: "local-operator", permissions: [AccountActions.manage, AccountActions.useOwn])

    /// Where people of a bureau sign in.
    package static func desk(of book: RecordBook) throws -> SignInDesk {
        let key = try SigningKey(
            name: try KeyName("qingheng.example/test"), type: .ed25519, secret: Array(repeating: 7, count: 32))
        return SignInDesk(book: book, secrets: SecretKey(from: key))
    }

    /// Opens an account; the first one must be a security administrator's.
    ///
    /// - Returns: the password that was given.
    @discardableResult
    package static func open(
        _ login: String, _ roles: [String], scope: DataScope = DataScope(), at desk: SignInDesk, _ book: RecordBook
    ) async throws -> String {
        try await Roster(desk: desk, book: book).add(
            name: "姓\(login)", unit: "测试科", unitKind: .section, login: login, roles: roles, scope: scope, by: manager
        ).password
    }
}
