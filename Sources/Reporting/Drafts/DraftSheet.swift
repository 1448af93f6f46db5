import Catalog
import Records
import Standards
package import Storage

/// A draft with the document as it is now, and what still stands in its way.
package struct DraftSheet {
    package let draft: Draft
    package let definition: PaperDefinition
    package let way: PaperWay
    package let built: PaperBuilder.Built
    /// What sections answer for, in the order in which their figures appear.
    package let sections: [DraftSection]
    /// What was found of the relations between its figures.
    package let identities: [FigureIdentity.Finding]

    /// - Parameters:
    ///   - name: what a person is called on paper.
    ///   - address: makes the address of a figure's page.
    /// - Throws: `DraftRefusal` with `.noWay`; what building throws.
    package init(
        _ draft: Draft, papers: PaperBook, engine: FigureEngine, surroundings: PaperBuilder.Surroundings,
        listsReferences: Bool = false, in connection: ReadConnection,
        address: @escaping (FigureRequest) -> String = { $0.path }
    ) throws {
        self.draft = draft
        definition = try papers.definition(draft.document, on: draft.date)
        guard let way = try papers.way(of: draft.document, on: draft.date) else { throw DraftRefusal(.noWay) }
        self.way = way
        var builder = PaperBuilder(
            definition, on: draft.date, surroundings: surroundings, engine: engine, in: connection, address: address)
        built = try builder.build(listsReferences: listsReferences)
        sections = DraftSection.all(of: built.figures, answers: draft.answers)
        let printed = Set(built.figures.map(\.request.id))
        identities = try papers.figures.identities.filter { $0.concerns(printed) }
            .compactMap { try $0.finding(on: draft.date, by: engine) }
    }

    /// Slots that must be filled and are not.
    package var emptySlots: [PaperSlot] {
        definition.slots.filter { !$0.isOptional && draft.text($0.id).trimmingBlanks.isEmpty }
    }

    /// Numbers in prose that nobody answers for.
    package var looseNumbers: [LooseNumber] { definition.slots.flatMap { LooseNumber.all(in: draft.text($0.id)) } }

    /// Stated numbers that texts name and that are not there.
    package var unknownNumbers: [String] {
        let names =
            definition.parts.flatMap(\.texts)
            + definition.slots.flatMap { slot in
                PaperPart.parse(draft.text(slot.id)).parts.flatMap(\.texts)
            }
        return names.compactMap { text in
            if case .stated(let name) = text, draft.values[name] == nil { name } else { nil }
        }
    }

    /// Why it cannot be sent on from the first draft, the first reason; nil where it can.
    package var hindranceToSubmit: DraftRefusal? {
        if !emptySlots.isEmpty { return DraftRefusal(.emptySlots, emptySlots.map(\.title).joined(separator: "、")) }
        let loose = looseNumbers
        if !loose.isEmpty {
            return DraftRefusal(.looseNumbers, loose.prefix(5).map { "“…\($0.excerpt)…”" }.joined(separator: "、"))
        }
        if !unknownNumbers.isEmpty { return DraftRefusal(.unknownNumbers, unknownNumbers.joined(separator: "、")) }
        return hindranceOfIdentities
    }

    /// Relations between figures that do not hold.
    package var hindranceOfIdentities: DraftRefusal? {
        let broken = identities.filter { !$0.holds }
        return broken.isEmpty
            ? nil
            : DraftRefusal(
                .brokenIdentity, broken.map { "\($0.identity.header.title)：\($0.text)" }.joined(separator: "；"))
    }

    /// Why it cannot be signed, the first reason; nil where it can.
    package var hindranceToSign: DraftRefusal? {
        if let reason = hindranceToSubmit { return reason }
        let open = sections.filter { !$0.isConfirmed }
        if !open.isEmpty {
            let words = open.map { "\($0.role)：\($0.openWords)" }
            return DraftRefusal(.unconfirmed, words.joined(separator: "；"))
        }
        if draft.access == nil { return DraftRefusal(.unsettled, DraftDeed.settleAccess.rawValue) }
        if draft.holding(.checkSecrecy) == nil { return DraftRefusal(.unsettled, DraftDeed.checkSecrecy.rawValue) }
        return nil
    }
}
