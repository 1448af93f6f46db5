import Accounts
import Casework
import Records
import Standards
import Storage

/// Puts posted forms of matters on record.
struct MatterRecording {
    let services: SiteServices

    private var desk: MatterDesk { MatterDesk(services.book) }

    /// Takes a step.
    ///
    /// - Throws: what refuses it; `SiteError` for what there is not.
    func take(_ name: String, of id: String, _ attempt: StepAttempt, _ shell: SiteShell) async throws {
        let desk = desk
        let order = try await shell.read { page -> MatterOrder in
            let reading = try MatterReading(id, in: page)
            guard let action = reading.matter.procedure.action(name) else {
                throw SiteError(.unknownObject, subject: "步骤", detail: name)
            }
            let candidates = try StepCandidates(in: page)
            let step = try attempt.step(action, reading.matter.procedure, officers: candidates.officersByValue) {
                candidates.role(of: $0, in: $1)
            }
            guard let happened = attempt.happened(now: desk.now) else {
                throw MatterRefusal(.factWrong, name, details: ["办理时间"])
            }
            var order = MatterOrder(.step(step), of: reading.row.id, at: happened, after: attempt.follows)
            order.backfill = attempt.backfill
            return order
        }
        try await desk.carryOut(order, by: services.actor)
    }

    /// Does something else.
    func act(_ kind: MatterActKind, of id: String, _ fields: FormFields, _ shell: SiteShell) async throws {
        let desk = desk
        let follows = fields.first(StepAttempt.Field.follows).flatMap { Int64($0) }
        if kind == .merge {
            let target = MatterID(rawValue: fields.first("other") ?? "")
            let own = MatterID(rawValue: id)
            let other = try await shell.read { try MatterStore.matter(target, in: $0.connection)?.sequence }
            guard let other else { throw MatterRefusal(.factWrong, kind.title, details: ["并入的办件"]) }
            var order = MatterOrder(.merged(from: own, clocks: []), of: target, at: desk.now, after: other)
            order.otherFollows = follows
            try await desk.carryOut(order, by: services.actor)
            return
        }
        let act = try await shell.read { page in try Self.act(kind, fields, in: page) }
        try await desk.carryOut(
            MatterOrder(act, of: MatterID(rawValue: id), at: desk.now, after: follows), by: services.actor)
    }

    private static func act(_ kind: MatterActKind, _ fields: FormFields, in context: PageContext) throws -> MatterAct {
        func text(_ name: String) -> String { fields.first(name) ?? "" }
        func pair(_ name: String) -> (String, String) {
            let parts = text(name).split(separator: "|", maxSplits: 1).map(String.init)
            return (parts.first ?? "", parts.count == 2 ? parts[1] : "")
        }
        func day(_ name: String) throws -> CivilDate {
            guard let day = CivilDate(text(name)) else { throw MatterRefusal(.factWrong, kind.title, details: ["日期"]) }
            return day
        }
        func handler() throws -> MatterHandler {
            let (person, role) = pair("person")
            guard let unit = try AccountStore.person(person, in: context.connection)?.unit else {
                throw MatterRefusal(.factWrong, kind.title, details: ["人员"])
            }
            return MatterHandler(person: person, role: role, unit: unit)
        }
        switch kind {
        case .transfer: return .transferred(to: try handler(), reason: text("reason"))
        case .join: return .joined(try handler())
        case .opinion: return .opinion(text("words"))
        case .sign: return .signed(action: text("action"), agrees: text("agrees") == "1", words: text("words"))
        case .sendBack: return .sentBack(to: text("to"), reason: text("reason"))
        case .withdraw: return .withdrawn(reason: text("reason"))
        case .delegate:
            let (person, role) = pair("person")
            let (from, to) = (try day("from"), try day("to"))
            guard from <= to else { throw MatterRefusal(.factWrong, kind.title, details: ["日期"]) }
            return .delegated(to: person, role: role, days: from...to)
        case .pause:
            let (clock, ground) = pair("clock")
            return .paused(clock: clock, ground: ground, from: try day("day"))
        case .resume:
            let (clock, ground) = pair("clock")
            return .resumed(clock: clock, ground: ground, on: try day("day"))
        case .extend: return .extended(clock: text("clock"), reason: text("reason"))
        case .escalate:
            return .escalated(
                clock: text("clock"), step: text("step"), authorisedBy: text("authority"),
                papers: Set(StepAttempt.lines(text("papers"))))
        case .merge: throw SiteError(.notFound)
        }
    }

    /// Opens a matter.
    func open(_ fields: FormFields, _ shell: SiteShell) async throws -> MatterID {
        let attempt = StepAttempt(fields: fields)
        let title = fields.first("title") ?? ""
        let procedure = fields.first("procedure") ?? ""
        guard let happened = attempt.happened(now: desk.now) else {
            throw MatterRefusal(.factWrong, "立办件", details: ["办理时间"])
        }
        guard !procedure.isEmpty else { throw MatterRefusal(.factMissing, "立办件", details: ["程序"]) }
        let parts = (fields.first("handler") ?? "").split(separator: "|", maxSplits: 1).map(String.init)
        let handler = try await shell.read { page -> MatterHandler? in
            guard parts.count == 2, let unit = try AccountStore.person(parts[0], in: page.connection)?.unit else {
                return nil
            }
            return MatterHandler(person: parts[0], role: parts[1], unit: unit)
        }
        let follows = fields.first("follows-matter").map { MatterID(rawValue: $0) }
        return try await desk.open(
            procedure, title: title, happened: happened, backfill: attempt.backfill, by: services.actor
        ) { opening in
            opening.handler = handler
            opening.follows = follows
        }
    }
}
