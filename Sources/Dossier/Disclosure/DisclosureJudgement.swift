import Casework
import Catalog
import Ledger
import Records
import Registry
import Standards
package import Storage

/// Judges disclosures inside the transaction that writes: the text is derived again from the file as it is then.
extension CaseFileJudgement {
    func checkDisclosure(_ now: Instant) throws {
        let rules = try DisclosureRules(catalog, on: today)
        guard let said = Disclosure(body, sequence: 0), let file = try file(now) else { throw malformed("disclosure") }
        guard body == Disclosure.body(said.id, said.document, said.day, said.deed, said.text) else {
            throw malformed("disclosure")
        }
        let fold = CaseFold(try CaseEntryStore.entries(of: matter, in: connection))
        guard fold.last[item] == nil else { throw malformed("item") }
        let due = DisclosureStore.due(file, rules).filter { $0.document == said.document }
        guard let step = due.last?.step else {
            throw CaseFileRefusal(.wrong, "本案还没有作出“\(said.document)”，不能公开")
        }
        if let other = fold.disclosures.last(where: { $0.document == said.document && $0.withdrawn == nil }),
            other.day >= step.day
        {
            throw CaseFileRefusal(.changed, "\(other.sequence)")
        }
        guard said.day >= step.day, said.day <= today else {
            throw CaseFileRefusal(.wrong, "公开日期应在 \(step.day) 之后、今天之前")
        }
        switch said.deed {
        case .withheld(let ground, let reason):
            guard rules.withheld.contains(where: { $0.ground == ground }), said.text.lines.isEmpty else {
                throw malformed("ground")
            }
            if reason.isEmpty { throw CaseFileRefusal(.missing, "不予公开的理由") }
            try bound(reason, "理由")
        case .published(let place, let address, let picture):
            if place.isEmpty { throw CaseFileRefusal(.missing, "公开的网站或者平台") }
            for text in [place, address] { try bound(text, "公开的地方", to: 500) }
            if let picture, picture.rawValue.utf8.count != 64 { throw malformed("picture") }
            let hiding = Disclosure.words(action.personal[Disclosure.hiddenField])
            let made = try DisclosureText(
                of: file, document: said.document, number: said.text["文号"] ?? "", day: step.day,
                authority: try Disclosure.authority(in: connection), hiding: hiding, catalog: catalog)
            guard made == said.text else { throw malformed("text") }
        }
    }

    func checkWithdrawal() throws {
        let fold = CaseFold(try CaseEntryStore.entries(of: matter, in: connection))
        guard let standing = fold.disclosures.first(where: { $0.id == item }) else {
            throw CaseFileRefusal(.unknown, item)
        }
        guard case .published = standing.deed, let day = RecordPart.day(of: body["day"]) else {
            throw malformed("withdrawal")
        }
        let reason = body["reason"]?.text ?? ""
        guard body == Disclosure.withdrawal(of: item, day, reason: reason) else { throw malformed("withdrawal") }
        if standing.withdrawn != nil { throw CaseFileRefusal(.changed, "\(fold.last[item] ?? 0)") }
        if reason.isEmpty { throw CaseFileRefusal(.missing, "撤回的理由") }
        try bound(reason, "理由")
        guard day >= standing.day, day <= today else {
            throw CaseFileRefusal(.wrong, "撤回日期应在公开日 \(standing.day) 之后、今天之前")
        }
    }
}

extension Disclosure {
    /// The bureau by its name; a plain word before it is registered.
    package static func authority(in connection: ReadConnection) throws -> String {
        try RegistryStore.objects(.bureau, in: connection).first?.name ?? "生态环境局"
    }

    /// Words as people list them.
    package static func words(_ text: String?) -> [String] {
        (text ?? "").split { "、，,；; \n\r\t".contains($0) }.map(String.init)
    }
}
