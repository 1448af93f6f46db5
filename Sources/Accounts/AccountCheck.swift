import Ledger
import Records
import Standards
import Storage

/// What must hold before something about people and accounts is put on record.
enum AccountCheck {
    /// Letters of a name of a person or unit.
    private static let nameLengths = 1...60
    /// Letters of a login.
    private static let loginLengths = 2...32
    /// Bytes of what a provider calls a person (OpenID Connect Core 1.0, 2).
    private static let subjectLengths = 1...255

    static func unit(_ action: Action) throws {
        guard action.body["unitKind"]?.text.flatMap(UnitKind.init(rawValue:)) != nil else {
            throw AccountsError(.unknownUnit, detail: action.body["unitKind"]?.text ?? "")
        }
        try name(action.body["name"]?.text)
        try identifier(action.subject)
    }

    static func person(_ action: Action, in connection: ReadConnection) throws {
        try name(action.personal["name"])
        try identifier(action.subject)
        let unit = action.body["unit"]?.text ?? ""
        guard try AccountStore.unit(unit, in: connection) != nil else {
            throw AccountsError(.unknownUnit, detail: unit)
        }
        for value in action.body["certificates"]?.elements ?? [] where Certificate(canonical: value) == nil {
            throw AccountsError(.invalidCertificate, detail: value["number"]?.text ?? "")
        }
        let present = try AccountStore.person(action.subject, in: connection)
        try follows(action, present?.record)
    }

    static func account(_ action: Action, rules: AccountRules, in connection: ReadConnection) throws {
        let login = action.subject
        guard isLogin(login) else { throw AccountsError(.invalidLogin, detail: login) }
        let present = try AccountStore.account(login, in: connection)
        if action.name == AccountActions.accountOpened, present != nil {
            throw AccountsError(.takenLogin, detail: login)
        }
        if action.name == AccountActions.accountChanged, present == nil {
            throw AccountsError(.unknownAccount, detail: login)
        }
        try follows(action, present?.record)
        let person = action.body["person"]?.text ?? ""
        guard try AccountStore.person(person, in: connection) != nil else {
            throw AccountsError(.unknownPerson, detail: person)
        }
        let names = action.body["roles"]?.elements?.compactMap(\.text) ?? []
        let roles = try names.map { name in
            guard let role = rules.role(name) else { throw AccountsError(.unknownRole, detail: name) }
            return role
        }
        if roles.isEmpty { throw AccountsError(.unknownRole, detail: "") }
        try separation(of: roles)
        // The three stay apart in one person, whatever accounts that person has.
        for other in try AccountStore.accounts(of: person, in: connection)
        where other.login != login && !other.isDisabled {
            try separation(of: roles + other.roles.compactMap(rules.role))
        }
        let scope = DataScope(canonical: action.body["scope"])
        if roles.contains(where: \.isAssigned), scope.isEmpty { throw AccountsError(.invalidScope, detail: login) }
        try keepsManager(action, roles: roles, rules: rules, in: connection)
    }

    /// An administrator is nothing else besides (GB/T 22239-2019, 8.1.5).
    static func separation(of roles: [Role]) throws {
        guard let administrator = roles.first(where: { $0.administrator != nil }),
            let other = roles.first(where: { $0.id != administrator.id })
        else { return }
        throw AccountsError(.rolesApart, detail: "\(administrator.title)、\(other.title)")
    }

    /// Somebody must be left who can open accounts.
    private static func keepsManager(
        _ action: Action, roles: [Role], rules: AccountRules, in connection: ReadConnection
    ) throws {
        func manages(_ roles: [Role]) -> Bool { roles.contains { $0.rights.contains(AccountActions.manage) } }
        if action.body["disabled"]?.bool == false, manages(roles) { return }
        guard try AccountStore.hasAccounts(in: connection) else {
            throw AccountsError(.firstManager, detail: action.subject)
        }
        guard let present = try AccountStore.account(action.subject, in: connection), !present.isDisabled,
            manages(present.roles.compactMap(rules.role))
        else { return }
        let others = try AccountStore.accounts(in: connection).filter {
            $0.login != action.subject && !$0.isDisabled && manages($0.roles.compactMap(rules.role))
        }
        if others.isEmpty { throw AccountsError(.lastManager, detail: action.subject) }
    }

    static func existing(_ action: Action, in connection: ReadConnection) throws {
        guard try AccountStore.account(action.subject, in: connection) != nil else {
            throw AccountsError(.unknownAccount, detail: action.subject)
        }
    }

    /// One person of a provider is one account.
    static func link(_ action: Action, in connection: ReadConnection) throws {
        try existing(action, in: connection)
        guard let subject = action.body["externalSubject"]?.text else { return }
        let isPlain = !subject.unicodeScalars.contains { $0.properties.generalCategory == .control }
        guard subjectLengths.contains(subject.utf8.count), isPlain else {
            throw AccountsError(.invalidName, detail: subject)
        }
        let issuer = action.body["issuer"]?.text ?? ""
        if let taken = try AccountStore.account(linkedTo: subject, of: issuer, in: connection),
            taken.login != action.subject
        {
            throw AccountsError(.takenLink, detail: taken.login)
        }
    }

    /// A token can do no more than its owner may, names what it is for and ends.
    static func token(_ action: Action) throws {
        try name(action.body["title"]?.text)
        let rights = action.body["rights"]?.elements?.compactMap(\.text) ?? []
        let strange = rights.first { !action.actor.permissions.contains(Permission(rawValue: $0)) }
        if let strange { throw RecordsError(.notPermitted, detail: strange) }
        if rights.isEmpty { throw AccountsError(.unknownRole, detail: "") }
    }

    /// Small letters, digits, `.`, `_` and `-`, beginning with a letter.
    static func isLogin(_ text: String) -> Bool {
        guard loginLengths.contains(text.utf8.count), let first = text.utf8.first, isSmall(first) else { return false }
        return text.utf8.allSatisfy { isSmall($0) || isDigit($0) || [0x2E, 0x5F, 0x2D].contains($0) }
    }

    private static func isSmall(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func name(_ text: String?) throws {
        let text = text ?? ""
        let isPlain = !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
        guard nameLengths.contains(text.count), isPlain else { throw AccountsError(.invalidName, detail: text) }
    }

    private static func identifier(_ text: String) throws {
        guard !text.isEmpty, text.utf8.count <= 64, !text.contains("/") else {
            throw AccountsError(.invalidName, detail: text)
        }
    }

    /// Of two people who change one thing the second is told.
    private static func follows(_ action: Action, _ present: Int64?) throws {
        guard action.body["follows"]?.integer == present else {
            throw RecordsError(.superseded, detail: present.map(String.init) ?? "")
        }
    }
}
