package import Casework
package import Standards

/// Everything about a matter (案卷): its history, whom it is about, what is held against them, its papers and its evidence.
///
/// A value without I/O: forms are filled from it, it is scored, exports are written from it.
package struct CaseFile: Sendable {
    /// The matter.
    package let id: MatterID
    /// What it is called; it names no natural person.
    package var title: String
    /// When it was opened.
    package var opened: Instant
    /// As the engine sees it: procedure, state, steps, facts, clocks.
    package var matter: Matter
    /// Its entries in order.
    package var history: [MatterEntry]
    /// Whom it is about (当事人); the first one is the one it was opened against.
    package var parties: [Party] = []
    /// What is held against them.
    package var charges: [Charge] = []
    /// How the amount of the fine was weighed, the last one of each charge.
    package var discretions: [Discretion] = []
    /// Its papers (文书), spoiled ones included, in the order in which they were begun.
    package var papers: [CasePaper] = []
    /// Its evidence in the order in which it was taken in.
    package var evidence: [EvidenceItem] = []
    /// What was told the public, line by line, and what was not.
    package var disclosures: [Disclosure] = []
    /// What counsel advised.
    package var opinions: [LegalOpinion] = []

    /// A file of which nothing but the matter is known yet.
    package init(id: MatterID, title: String, opened: Instant, matter: Matter, history: [MatterEntry]) {
        self.id = id
        self.title = title
        self.opened = opened
        self.matter = matter
        self.history = history
    }

    /// The papers of one name (文书名称, as procedures use it) that were not spoiled, the youngest last.
    package func papers(named document: String) -> [CasePaper] {
        papers.filter { $0.document == document && !$0.isSpoiled }
    }

    /// The youngest paper of one name that is complete: signed and back; nil where there is none.
    package func completePaper(named document: String) -> CasePaper? {
        papers(named: document).last { $0.completion != nil }
    }

    /// A piece of evidence; nil where there is none of this id.
    package func evidence(_ id: EvidenceID) -> EvidenceItem? { evidence.first { $0.id == id } }
}
