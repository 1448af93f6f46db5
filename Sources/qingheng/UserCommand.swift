import Accounts
import ArgumentParser
import House
import Records
import Storage

/// `user`: people and their accounts, at the machine itself. The first one is made here.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "人员与账户：开立、列出、重设口令（服务停止时使用；平时在网页“人员与账户”中办理）",
        subcommands: [Add.self, List.self, Password.self])

    /// Where people sign in, at the machine itself.
    static func desk(of bureau: Bureau, _ options: DataOptions, _ signing: SigningOptions) throws -> SignInDesk {
        SignInDesk(book: bureau.book, secrets: SecretKey(from: try signing.required(outside: options.path)))
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "登记人员并开立账户；第一个账户须是安全管理员")

        @OptionGroup var options: DataOptions
        @OptionGroup var signing: SigningOptions

        @Argument(help: ArgumentHelp("登录名：小写字母开头，可含数字、点、下划线、连字符", valueName: "登录名"))
        var login: String

        @Option(help: ArgumentHelp("姓名", valueName: "姓名"))
        var name: String

        @Option(help: ArgumentHelp("单位", valueName: "单位"))
        var unit: String

        @Option(
            help: ArgumentHelp(
                "单位类别：section 本局科室、town 街镇、department 其他部门、enterprise 企业、contractor 第三方机构", valueName: "类别"))
        var unitKind = UnitKind.section

        @Option(help: ArgumentHelp("职务", valueName: "职务"))
        var post = ""

        @Option(help: ArgumentHelp("岗位，可重复，如 security-administrator；全部岗位见 accounts/roles.yaml", valueName: "岗位"))
        var role: [String] = []

        @Option(help: ArgumentHelp("只看这个街镇，可重复", valueName: "街镇"))
        var town: [String] = []

        @Option(help: ArgumentHelp("只看这个点位，可重复", valueName: "点位"))
        var object: [String] = []

        func run() async throws {
            let bureau = try await options.open()
            let desk = try UserCommand.desk(of: bureau, options, signing)
            let (_, password) = try await Roster(desk: desk, book: bureau.book).add(
                name: name, unit: unit, unitKind: unitKind, post: post, login: login, roles: role,
                scope: DataScope(towns: town, objects: object), by: Capabilities.localOperator)
            Terminal.say("已为 \(name) 开立账户 \(login)")
            Terminal.say("一次性口令（只显示这一次，首次登录时修改）：\(password)")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "列出账户")

        @OptionGroup var options: DataOptions

        func run() async throws {
            let reading = try LedgerReading(options.path, server: try options.server)
            let rows = try await reading.read { connection in
                try AccountStore.accounts(in: connection).map { account in
                    let person = try AccountStore.person(account.person, in: connection)
                    let unit = try person.flatMap { try AccountStore.unit($0.unit, in: connection) }
                    return [
                        account.login, person?.displayName ?? "", unit?.name ?? "",
                        account.roles.joined(separator: "、"), account.isDisabled ? "停用" : "在用",
                    ].joined(separator: "\t")
                }
            }
            Terminal.say(rows.isEmpty ? "还没有账户" : rows.joined(separator: "\n"))
        }
    }

    struct Password: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "password", abstract: "重设口令：给出一次性口令，该账户的登录全部结束")

        @OptionGroup var options: DataOptions
        @OptionGroup var signing: SigningOptions

        @Argument(help: ArgumentHelp("登录名", valueName: "登录名"))
        var login: String

        @Flag(help: "同时取消动态口令（验证器丢失时）")
        var withoutFactor = false

        func run() async throws {
            let bureau = try await options.open()
            let desk = try UserCommand.desk(of: bureau, options, signing)
            if withoutFactor { try await desk.removeFactor(of: login, by: Capabilities.localOperator) }
            let password = try await desk.givePassword(to: login, by: Capabilities.localOperator)
            Terminal.say("\(login) 的一次性口令（只显示这一次，首次登录时修改）：\(password)")
        }
    }
}

extension UnitKind: ExpressibleByArgument {}
