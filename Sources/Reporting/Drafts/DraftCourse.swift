/// Where a deed leads: the state machine of a draft. Each stage ends by the deed of its own, in the order of the way;
/// sending back leads to any earlier stage until it is sealed, and what was done behind that stage is done again.
package struct DraftCourse {
    package let draft: Draft
    package let way: PaperWay

    package init(draft: Draft, way: PaperWay) {
        self.draft = draft
        self.way = way
    }

    /// The deeds that may be done now, each with the posts that may.
    package var offers: [(deed: DraftDeed, roles: [String])] {
        DraftDeed.allCases.compactMap { deed in
            guard isOpen(deed) else { return nil }
            var roles = roles(for: deed)
            if deed == .countersign { roles = roles.filter { !draft.countersigned.contains($0) } }
            return roles.isEmpty ? nil : (deed, roles)
        }
    }

    /// Whether the present stage allows a deed.
    package func isOpen(_ deed: DraftDeed) -> Bool {
        let place = Draft.order(draft.stage)
        switch deed {
        case .sendBack: return draft.sealed == nil && draft.stage != .drafting
        case .settleAccess, .checkSecrecy, .address: return place <= Draft.order(.signing)
        case .publish: return draft.stage == .publishing
        default: return deed.stage == draft.stage
        }
    }

    /// The posts that may do a deed, by their ids.
    package func roles(for deed: DraftDeed) -> [String] {
        switch deed {
        case .settleAccess, .checkSecrecy: way.secrecyRoles
        case .address: way.roles(at: .drafting)
        // Whoever has it may send it back.
        case .sendBack: way.roles(at: draft.stage)
        default: deed.stage.map { way.roles(at: $0) } ?? []
        }
    }

    /// The stages to which it can be sent back.
    package var earlier: [DraftStage] {
        way.stages.map(\.stage).filter { Draft.order($0) < Draft.order(draft.stage) }
    }

    /// The stage behind a deed.
    ///
    /// - Parameter role: the post in which it is done.
    /// - Returns: nil where the deed leaves it open: of sending back, the first stage is meant.
    /// - Throws: `DraftRefusal`.
    package func stage(
        after deed: DraftDeed, facts: [DraftFact: String], by person: DraftPerson, as role: String
    ) throws -> DraftStage? {
        guard isOpen(deed) else { throw DraftRefusal(.otherStage, draft.stage.rawValue) }
        let roles = roles(for: deed)
        guard roles.contains(role), person.roles.contains(role) else {
            throw DraftRefusal(.otherPost, roles.joined(separator: "、"))
        }
        switch deed {
        case .sendBack:
            if (facts[.words] ?? "").trimmingBlanks.isEmpty { throw DraftRefusal(.missingFact, DraftFact.words.title) }
            return .drafting
        case .settleAccess, .address: return draft.stage
        case .checkSecrecy:
            if draft.writers.contains(person.id) { throw DraftRefusal(.samePerson, "起草人不能审查自己的文稿") }
            return draft.stage
        case .review:
            if draft.writers.contains(person.id) { throw DraftRefusal(.samePerson, "起草人不能核自己的文稿") }
            return way.next(after: .reviewing)
        case .countersign:
            let all = Set(way.roles(at: .countersigning))
            return draft.countersigned.union([role]).isSuperset(of: all)
                ? way.next(after: .countersigning) : .countersigning
        case .deliver: return isPublic ? way.next(after: .delivering) : .ended
        case .publish:
            guard isPublic else { throw DraftRefusal(.notPublic) }
            return way.next(after: .publishing)
        case .submit, .deliberate, .sign, .number: return deed.stage.map { way.next(after: $0) }
        }
    }

    /// Whether it may be published: 主动公开, and the review found nothing against it.
    package var isPublic: Bool {
        draft.access == .open && draft.holding(.checkSecrecy)?.facts[.result] == SecrecyResult.clear.rawValue
    }
}
