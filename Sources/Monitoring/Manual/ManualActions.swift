import Catalog
import Ledger
package import Records
package import Standards
package import Storage

/// What may be put on record about plans, sampling and uploads of manual monitoring.
package enum ManualActions {
    /// The right to make plans, and to say that a task cannot be done.
    package static let plan = Permission(rawValue: "monitoring.manual.plan")
    /// The right to fill in sheets and to bring reports.
    package static let enter = Permission(rawValue: "monitoring.manual.enter")
    /// The right to record what was sent to the city.
    package static let upload = Permission(rawValue: "monitoring.manual.upload")

    static let planned = "monitoring.manual.planned"
    static let excused = "monitoring.manual.excused"
    static let sampled = "monitoring.manual.sampled"
    static let voided = "monitoring.manual.voided"
    static let uploaded = "monitoring.manual.uploaded"

    /// Puts a plan on record, or another version of one with the same id.
    ///
    /// - Parameter note: why it was changed; needed for another version.
    package static func plan(_ plan: ManualPlan, note: String = "", person: String, by actor: Actor) -> Action {
        action(
            planned, plan.id, "manual-plan", plan.members, ["note": .string(note), "person": .string(person)], actor)
    }

    /// Says that a task could not be sampled (断流、封冻 …).
    package static func excuse(_ task: ManualTaskID, reason: String, person: String, by actor: Actor) -> Action {
        action(
            excused, task.plan, "manual-excuse", task.members, ["reason": .string(reason), "person": .string(person)],
            actor)
    }

    /// Puts a sampling sheet on record.
    package static func sample(_ sheet: ManualSheet, by actor: Actor) -> Action {
        action(sampled, sheet.id, "manual-sheet", sheet.members, [:], actor)
    }

    /// Takes a wrong sheet out; the task is open again.
    package static func void(sheet id: String, reason: String, person: String, by actor: Actor) -> Action {
        action(voided, id, "manual-void", [:], ["reason": .string(reason), "person": .string(person)], actor)
    }

    /// Records that a month of a plan was sent to a superior, with the receipt.
    ///
    /// - Parameters:
    ///   - month: its first day.
    ///   - file: the workbook that was sent.
    ///   - count: how many values it has.
    package static func upload(
        _ plan: String, month: CivilDate, file: AttachmentID, count: Int, receiver: String, receipt: String,
        on date: CivilDate, person: String, by actor: Actor
    ) -> Action {
        action(
            uploaded, plan, "manual-upload",
            [
                "month": .string(month.monthText), "attachment": .string(file.rawValue),
                "count": .integer(Int64(count)),
                "receiver": .string(receiver), "receipt": .string(receipt), "date": .string(date.description),
                "person": .string(person),
            ], [:], actor)
    }

    static func action(
        _ name: String, _ subject: String, _ kind: String, _ members: [String: CanonicalValue],
        _ more: [String: CanonicalValue], _ actor: Actor
    ) -> Action {
        var body = members.merging(more) { _, new in new }
        body["kind"] = .string(kind)
        body["version"] = 1
        return Action(actor: actor, name: name, subject: subject, body: .object(body))
    }

    static let kinds: [ActionKind] = [
        ActionKind(
            name: planned, word: "制定手工监测计划", effect: .none, permission: plan, checkingByRules: ManualPlanCheck.check),
        ActionKind(
            name: excused, word: "说明无法采样", effect: .none, permission: plan,
            checkingByRules: ManualPlanCheck.checkExcuse),
        ActionKind(
            name: sampled, word: "填写采样记录", effect: .none, permission: enter, checkingByRules: ManualSheetCheck.check),
        ActionKind(
            name: voided, word: "作废采样记录", effect: .none, permission: enter, check: ManualSheetCheck.checkVoid),
        ActionKind(
            name: uploaded, word: "登记手工数据上报", effect: .none, permission: upload, checkingAt: ManualPlanCheck.checkUpload
        ),
    ]
}
