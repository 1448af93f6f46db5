import House
import Records
import Testing

/// What an action can change in figures decides under which cause its records stand when a difference is explained.
struct ActionEffectTests {
    private static let effects: [String: ActionEffect] = [
        "accounts.account.changed": .none,
        "accounts.account.opened": .none,
        "accounts.export.made": .none,
        "accounts.factor.set": .none,
        "accounts.leave.set": .none,
        "accounts.link.set": .none,
        "accounts.password.set": .none,
        "accounts.person.registered": .none,
        "accounts.session.ended": .none,
        "accounts.session.opened": .none,
        "accounts.sign-in.refused": .none,
        "accounts.token.issued": .none,
        "accounts.token.revoked": .none,
        "accounts.unit.registered": .none,
        "casework.act.recorded": .none,
        "casework.matter.brought": .none,
        "casework.matter.opened": .none,
        "casework.reminder.given": .none,
        "catalog.rules.adopted": .rule,
        "dossier.charge.stated": .none,
        "dossier.disclosure.made": .none,
        "dossier.disclosure.withdrawn": .none,
        "dossier.evidence.excluded": .none,
        "dossier.evidence.moved": .none,
        "dossier.evidence.taken": .none,
        "dossier.fine.weighed": .none,
        "dossier.law.decided": .none,
        "dossier.opinion.given": .none,
        "dossier.paper.completed": .none,
        "dossier.paper.numbered": .none,
        "dossier.paper.signed": .none,
        "dossier.paper.spoiled": .none,
        "dossier.paper.written": .none,
        "dossier.party.brought": .none,
        "dossier.party.stated": .none,
        "dossier.review.answered": .none,
        "dossier.review.overridden": .none,
        "gateway.capture.set": .none,
        "gateway.command.answered-late": .none,
        "gateway.command.confirmed": .none,
        "gateway.command.ended": .none,
        "gateway.command.requested": .none,
        "gateway.command.started": .none,
        "gateway.command.withdrawn": .none,
        "gateway.day.closed": .none,
        "gateway.exchange.configured": .none,
        "gateway.key.confirmed": .none,
        "gateway.key.known": .data,
        "gateway.packets.expired": .none,
        "gateway.segment.closed": .data,
        "gateway.upstream.removed": .none,
        "gateway.upstream.set": .none,
        "monitoring.file.imported": .data,
        "monitoring.day.locked": .review,
        "monitoring.day.reviewed": .review,
        "monitoring.day.signed": .review,
        "monitoring.day.unlocked": .review,
        "monitoring.hour.reviewed": .review,
        "monitoring.month.locked": .review,
        "monitoring.month.unlocked": .review,
        "monitoring.question.answered": .none,
        "monitoring.question.asked": .none,
        "monitoring.superior.decided": .review,
        "monitoring.section.noted": .scope,
        "records.checkpoint.deposited": .none,
        "records.key.adopted": .none,
        "records.personal.erased": .none,
        "records.personal.sealed": .none,
        "records.witness.named": .none,
        "registry.batch.imported": .none,
        "registry.batch.undone": .none,
        "registry.device.bound": .scope,
        "registry.layer.imported": .none,
        "registry.layer.removed": .none,
        "registry.match.asked": .none,
        "registry.match.decided": .none,
        "registry.match.reopened": .none,
        "registry.object.registered": .scope,
        "registry.source.attached": .none,
        "registry.source.changed": .none,
        "registry.source.detached": .none,
        "registry.source.merged": .none,
        "registry.source.registered": .none,
        "registry.source.separated": .none,
        "registry.source.withdrawn": .none,
        "registry.target.set": .scope,
        "reporting.data.drawn": .none,
        "reporting.document.sealed": .none,
        "reporting.proof.issued": .none,
        "reporting.publication.opened": .none,
        "reporting.publication.posted": .none,
        "reporting.publication.withdrawn": .none,
    ]

    @Test func `every action says what it can change in figures, and this table says it again`() {
        let declared = Dictionary(
            Capabilities.all.flatMap(\.actions).map { ($0.name, $0.effect) }, uniquingKeysWith: { first, _ in first })
        #expect(declared == Self.effects)
    }

    @Test func `every action has a word of its own for readers`() {
        let words = Capabilities.all.flatMap(\.actions).map(\.word)
        #expect(words.allSatisfy { !$0.isEmpty })
        #expect(Set(words).count == words.count)
    }

    @Test func `the parts of a difference stand in the order in which they are computed`() {
        #expect(ActionEffect.parts.map(\.word) == ["迟到或补传数据", "复核", "范围变化", "规则版本"])
    }
}
