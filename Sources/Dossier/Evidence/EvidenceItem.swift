package import Standards
package import Storage

/// A piece of evidence of a matter.
package struct EvidenceItem: Sendable, Hashable {
    /// Where its content is.
    package enum Content: Sendable, Hashable {
        /// A file, by the hash of its bytes.
        case file(AttachmentID, name: String, bytes: Int64)
        /// Monitoring data: a claim of the ledger, by its short id.
        case claim(String)
        /// A thing that lies somewhere; the text says where.
        case thing(String)
        /// A paper of this matter: an interview, an inspection record.
        case paper(PaperID)
    }

    /// What happened to it, from when it was taken in.
    package struct Custody: Sendable, Hashable {
        /// 取得, 移交, 调取, 归还, 封存, 销毁.
        package let deed: String
        package let day: CivilDate
        /// The id of the person of the bureau who did it.
        package let person: String
        package let note: String

        package init(deed: String, day: CivilDate, person: String, note: String) {
            self.deed = deed
            self.day = day
            self.person = person
            self.note = note
        }
    }

    package let id: EvidenceID
    /// The record that took it in; 0 before.
    package var sequence: Int64 = 0
    /// Its number in the file, from 1; numbers are not used again.
    package let number: Int
    package var kind: EvidenceKind
    package var title: String
    package var content: Content
    /// What it proves (证明对象).
    package var proves: String
    /// The day it was taken or made, and where.
    package var day: CivilDate
    package var place: String
    /// Who took it: ids of persons of the bureau.
    package var takers: [String]
    /// Who gave it; empty where nobody did. A fact about people.
    package var provider: String
    /// Whether a program of ours took it on the spot; files brought in later are not (非现场采集).
    package var isCapturedOnSite: Bool
    /// The name of the procedure's document that it is: 监测报告, 采样记录; nil where it is none.
    package var document: String?
    /// What a form of the catalog asks about such evidence: 机构全称, CMA编号, 采样时间.
    package var values: [String: PaperValue]
    /// The piece it was made from, with what was hidden or cut; nil of an original.
    package var derivedFrom: EvidenceID?
    package var derivation: String?
    package var custody: [Custody]
    /// Why it does not count any more (不予采信、撤回); nil while it counts.
    package var excluded: String?

    package init(
        id: EvidenceID, number: Int, kind: EvidenceKind, title: String, content: Content, proves: String,
        day: CivilDate, place: String, takers: [String]
    ) {
        self.id = id
        self.number = number
        self.kind = kind
        self.title = title
        self.content = content
        self.proves = proves
        self.day = day
        self.place = place
        self.takers = takers
        provider = ""
        isCapturedOnSite = false
        values = [:]
        custody = []
    }
}
