import Accounts
import Casework
import Dossier
import Foundation
import Law
import Standards
import Storage

/// One line of a file of matters that were kept elsewhere or on paper: JSON, one object a line (Docs/casework.md).
struct MatterLine: Decodable {
    struct Handler: Decodable {
        let login: String
        let post: String
    }

    struct Rest: Decodable {
        let ground: String
        let from: String
        let to: String?
    }

    struct Clock: Decodable {
        let clock: String
        /// The day from which it counts.
        let from: String
        let variant: String?
        let extensions: Int?
        let rests: [Rest]?
    }

    struct Past: Decodable {
        let day: String
        /// The step of the procedure that it was.
        let step: String?
        let words: String
        let logins: [String]?
        let papers: [String]?
    }

    struct Person: Decodable {
        /// 单位, 个体工商户, 公民.
        let kind: String
        let name: String
        /// The id of its file in the register.
        let source: String?
        let code: String?
        let address: String?
        let representative: String?
        let telephone: String?
    }

    let procedure: String
    let title: String
    /// The day on which it began, or its moment.
    let opened: String
    let state: String
    /// Why it is entered now, and what shows it.
    let reason: String
    let papers: [String]
    let handler: Handler?
    let clocks: [Clock]?
    let facts: [String: String]?
    let past: [Past]?
    let parties: [Person]?

    private static let keys: Set<String> = [
        "procedure", "title", "opened", "state", "reason", "papers", "handler", "clocks", "facts", "past",
        "parties",
    ]

    /// - Throws: `MatterLineFault`.
    static func read(_ line: Substring) throws -> MatterLine {
        let data = Data(line.utf8)
        do {
            let made = try JSONDecoder().decode(MatterLine.self, from: data)
            let known = (try JSONSerialization.jsonObject(with: data) as? [String: Any])?.keys.map(\.self) ?? []
            if let other = known.sorted().first(where: { !keys.contains($0) }) {
                throw MatterLineFault("不认识的项“\(other)”，可用：\(keys.sorted().joined(separator: "、"))")
            }
            return made
        } catch DecodingError.keyNotFound(let key, _) {
            throw MatterLineFault("缺少“\(key.stringValue)”")
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
            throw MatterLineFault("“\(context.codingPath.map(\.stringValue).joined(separator: "."))”的类型不对")
        } catch is DecodingError {
            throw MatterLineFault("不是 JSON 对象")
        }
    }

    /// What the line puts on record.
    ///
    /// - Parameter procedures: in all versions.
    /// - Throws: `MatterLineFault`; `CatalogError` for an unknown procedure.
    func order(as matter: MatterID, _ procedures: ProcedureBook, in connection: ReadConnection) throws -> MatterOrder {
        let moment = Instant(opened) ?? CivilDate(opened).map { Instant(beijing: $0) }
        guard let moment else { throw MatterLineFault("opened 的“\(opened)”不是日期或者时刻") }
        let rules = try procedures.procedure(procedure, on: moment.beijingDate)
        var opening = MatterOpening(procedure: procedure, version: rules.version)
        opening.origin = .imported
        opening.state = state
        opening.handler = try handler.map { try Self.handler($0, in: connection) }
        opening.carried = try (clocks ?? []).map { try Self.clock($0) }
        for (name, text) in facts ?? [:] { opening.facts[name] = try Self.fact(text, name, rules) }
        opening.past = try (past ?? []).map { try Self.past($0, in: connection) }
        var order = MatterOrder(.opened(opening), of: matter, at: moment, after: nil)
        order.title = title
        order.backfill = Backfill(reason: reason, papers: papers)
        return order
    }

    /// The parties that come with it, under fresh ids.
    ///
    /// - Throws: `MatterLineFault`.
    func parties(minting mint: () -> String) throws -> [Party] {
        try (parties ?? []).map { person in
            guard let kind = Party.Kind(rawValue: person.kind) else {
                let known = Party.Kind.allCases.map(\.rawValue).joined(separator: "、")
                throw MatterLineFault("parties.kind 的“\(person.kind)”应为\(known)")
            }
            var party = Party(
                kind: kind, name: person.name, source: person.source, code: person.code ?? "",
                address: person.address ?? "", representative: person.representative ?? "",
                telephone: person.telephone ?? "")
            party.id = mint()
            return party
        }
    }

    private static func day(_ text: String, _ name: String) throws -> CivilDate {
        guard let day = CivilDate(text) else { throw MatterLineFault("\(name) 的“\(text)”不是日期") }
        return day
    }

    private static func person(_ login: String, in connection: ReadConnection) throws -> String {
        guard let account = try AccountStore.account(login, in: connection) else {
            throw MatterLineFault("没有账户“\(login)”")
        }
        return account.person
    }

    private static func handler(_ handler: Handler, in connection: ReadConnection) throws -> MatterHandler {
        let person = try person(handler.login, in: connection)
        guard let unit = try AccountStore.person(person, in: connection)?.unit else {
            throw MatterLineFault("账户“\(handler.login)”没有人员资料")
        }
        return MatterHandler(person: person, role: handler.post, unit: unit)
    }

    private static func clock(_ clock: Clock) throws -> CarriedClock {
        let from = try day(clock.from, "clocks.from")
        var made = CarriedClock(
            clock: clock.clock, origin: nil, started: Instant(beijing: from), countsFrom: from)
        made.variant = clock.variant
        made.extensions = clock.extensions ?? 0
        guard (0...9).contains(made.extensions) else { throw MatterLineFault("clocks.extensions 应为 0 至 9") }
        made.pauses = try (clock.rests ?? []).map { rest in
            ClockRest(
                ground: rest.ground, from: Instant(beijing: try day(rest.from, "rests.from")),
                to: try rest.to.map { Instant(beijing: try day($0, "rests.to")) }, person: "")
        }
        return made
    }

    private static func fact(_ text: String, _ name: String, _ rules: Procedure) throws -> FactValue {
        guard let kind = rules.fact(name)?.kind else { throw MatterLineFault("程序没有事项“\(name)”") }
        switch kind {
        case .money:
            guard let money = Money(yuan: text) else { throw MatterLineFault("\(name)的“\(text)”不是金额（元）") }
            return .money(money.fen)
        case .date: return .date(try day(text, name))
        case .flag:
            guard ["是", "否"].contains(text) else { throw MatterLineFault("\(name)应为“是”或“否”") }
            return .flag(text == "是")
        case .text, .choice, .choices: return .text(text)
        }
    }

    private static func past(_ past: Past, in connection: ReadConnection) throws -> PastStep {
        var made = PastStep(day: try day(past.day, "past.day"), action: past.step, words: past.words)
        made.persons = try (past.logins ?? []).map { try person($0, in: connection) }
        made.papers = past.papers ?? []
        return made
    }
}
